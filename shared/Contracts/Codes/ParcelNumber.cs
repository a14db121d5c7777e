using System.Text.Json.Serialization;
using Logistics.Contracts.Syntax;

namespace Logistics.Contracts.Codes;

/// <summary>
/// The number of a parcel, <c>P-13-2020-0001</c>: recipient, year of 4 digits, serial of 4 or more. Any case is read.
/// Fault: <c>parcel-number-format</c>.
/// </summary>
[JsonConverter(typeof(CodeJsonConverter<ParcelNumber>))]
public readonly record struct ParcelNumber : ICode<ParcelNumber>
{
    ParcelNumber(string value) => Value = value;

    public string Value { get; }

    public static string Example => "P-13-2020-0001";

    public RecipientCode Recipient => Code.Parse<RecipientCode>(string.Join('-', Value.Split('-')[1..^2]));

    /// <param name="recipient">Who receives the parcel.</param>
    /// <param name="year">1000 to 9999.</param>
    /// <param name="serial">1 or more.</param>
    public static ParcelNumber From(RecipientCode recipient, int year, long serial) => new(YearSerial.Write($"P-{recipient.Value}", year, serial));

    public static bool TryParse(string? text, out ParcelNumber code, out CodeFault fault)
    {
        code = default;
        fault = default;
        if (YearSerial.TryRead(Code.Plain(text).ToUpperInvariant(), out var head, out var canonical)
            && head.StartsWith("P-", StringComparison.Ordinal)
            && RecipientCode.TryParse(head[2..], out var recipient, out _))
        {
            code = new ParcelNumber($"P-{recipient.Value}{canonical[head.Length..]}");
            return true;
        }

        fault = new CodeFault("parcel-number-format", ("value", text ?? ""));
        return false;
    }

    public override string ToString() => Value;
}
