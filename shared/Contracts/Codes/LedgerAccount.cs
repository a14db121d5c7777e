using System.Text.Json.Serialization;
using Logistics.Contracts.Syntax;

namespace Logistics.Contracts.Codes;

/// <summary>
/// The location of pieces as an account of the double-entry ledger: a name and, if the account has a holder, the holder after a colon, for example
/// <c>hub</c>, <c>in-delivery:13</c>, <c>institution:1312345678</c>, <c>missing:written-off</c>. The holder of <c>reserved</c>,
/// <c>in-delivery</c> and <c>association</c> is a <see cref="RecipientCode"/>, that of <c>institution</c> an <see cref="InstitutionCode"/>;
/// <c>missing</c>, <c>damaged</c> and <c>held</c> may have a recipient. Fault: <c>account-unknown</c>.
/// </summary>
[JsonConverter(typeof(CodeJsonConverter<LedgerAccount>))]
public readonly record struct LedgerAccount : ICode<LedgerAccount>
{
    LedgerAccount(string value) => Value = value;

    public string Value { get; }

    public static string Example => "in-delivery:13";

    /// <summary>Gets all names in the order of the journey, with side accounts last.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "pledged", "packed", "in-air", "at-airport", "hub", "reserved", "in-delivery", "association", "institution",
        "missing", "damaged", "held", "destroyed", "cancelled",
    ];

    public static readonly LedgerAccount Pledged = new("pledged");
    public static readonly LedgerAccount Packed = new("packed");
    public static readonly LedgerAccount InAir = new("in-air");
    public static readonly LedgerAccount AtAirport = new("at-airport");
    public static readonly LedgerAccount Hub = new("hub");
    public static readonly LedgerAccount Missing = new("missing");
    public static readonly LedgerAccount Damaged = new("damaged");
    public static readonly LedgerAccount Held = new("held");
    public static readonly LedgerAccount Destroyed = new("destroyed");
    public static readonly LedgerAccount Cancelled = new("cancelled");

    /// <summary>Missing pieces for which the search has ended.</summary>
    public static readonly LedgerAccount MissingWrittenOff = new("missing:written-off");

    public static LedgerAccount Reserved(RecipientCode recipient) => new($"reserved:{recipient.Value}");

    public static LedgerAccount InDelivery(RecipientCode recipient) => new($"in-delivery:{recipient.Value}");

    public static LedgerAccount Association(RecipientCode recipient) => new($"association:{recipient.Value}");

    public static LedgerAccount Institution(InstitutionCode institution) => new($"institution:{institution.Value}");

    public static LedgerAccount MissingFrom(RecipientCode recipient) => new($"missing:{recipient.Value}");

    public static LedgerAccount DamagedAt(RecipientCode recipient) => new($"damaged:{recipient.Value}");

    public static LedgerAccount HeldAt(RecipientCode recipient) => new($"held:{recipient.Value}");

    public string Name => Value.Split(':')[0];

    public string? Holder => Value.IndexOf(':', StringComparison.Ordinal) is >= 0 and var at ? Value[(at + 1)..] : null;

    /// <summary>Gets whether pieces in this account are final: with an institution, destroyed, cancelled or written off.</summary>
    public bool AtRest => Name is "institution" or "destroyed" or "cancelled" || this == MissingWrittenOff;

    public static bool TryParse(string? text, out LedgerAccount code, out CodeFault fault)
    {
        code = default;
        fault = default;
        var parts = Code.Plain(text).Split(':', 2);
        var name = parts[0].ToLowerInvariant();
        var holder = parts.Length == 2 ? parts[1] : null;
        LedgerAccount? read = (name, holder) switch
        {
            ("pledged" or "packed" or "in-air" or "at-airport" or "hub" or "destroyed" or "cancelled", null) => new LedgerAccount(name),
            ("missing" or "damaged" or "held", null) => new LedgerAccount(name),
            ("missing", not null) when holder.Equals("written-off", StringComparison.OrdinalIgnoreCase) => MissingWrittenOff,
            ("institution", not null) when InstitutionCode.TryParse(holder, out var institution, out _) => Institution(institution),
            ("reserved" or "in-delivery" or "association" or "missing" or "damaged" or "held", not null)
                when RecipientCode.TryParse(holder, out var recipient, out _) => new LedgerAccount($"{name}:{recipient.Value}"),
            _ => null,
        };
        if (read is null)
        {
            fault = new CodeFault("account-unknown", ("value", text ?? ""));
            return false;
        }

        code = read.Value;
        return true;
    }

    public override string ToString() => Value;
}
