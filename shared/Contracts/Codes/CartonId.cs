using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using Logistics.Contracts.Syntax;

namespace Logistics.Contracts.Codes;

/// <summary>
/// Identifies a carton in all services: the 18 digits of its <see cref="Sscc"/> or, without one, the donation and the sender's own code,
/// <c>D-2020-0001/C0001</c>. The sender's code is 1 to 30 printable characters without a slash, NFKC, case preserved.
/// Faults: <c>carton-id-format</c>; <c>sscc-check-digit</c> for an SSCC whose last digit is wrong.
/// </summary>
[JsonConverter(typeof(CodeJsonConverter<CartonId>))]
public readonly record struct CartonId : ICode<CartonId>
{
    CartonId(string value) => Value = value;

    public string Value { get; }

    public static string Example => "395212340000000014";

    /// <summary>Gets whether the carton is identified by an SSCC.</summary>
    public bool IsSscc => !Value.Contains('/', StringComparison.Ordinal);

    public static CartonId From(Sscc sscc) => new(sscc.Value);

    /// <exception cref="CodeFaultException"><c>carton-id-format</c>: see <see cref="TryFrom"/>.</exception>
    public static CartonId From(DonationNumber donation, string senderCode) =>
        TryFrom(donation, senderCode, out var code, out var fault) ? code : throw new CodeFaultException(fault);

    /// <param name="senderCode">As written by the sender; normalised here.</param>
    /// <returns>False with <c>carton-id-format</c> if <see cref="TryReadSenderCode"/> returns false.</returns>
    public static bool TryFrom(DonationNumber donation, string? senderCode, out CartonId code, out CodeFault fault)
    {
        code = default;
        if (!TryReadSenderCode(senderCode, out var plain, out fault))
            return false;
        code = new CartonId($"{donation.Value}/{plain}");
        return true;
    }

    /// <summary>Reads a sender's own code before the donation has a number.</summary>
    /// <returns>False with <c>carton-id-format</c> if the code is empty, longer than 30 characters, or contains a slash or an unprintable character.</returns>
    public static bool TryReadSenderCode(string? text, out string senderCode, out CodeFault fault)
    {
        fault = default;
        senderCode = Code.Normalise(text);
        if (senderCode.Length is >= 1 and <= 30 && senderCode.EnumerateRunes().All(Allowed))
            return true;
        fault = new CodeFault("carton-id-format", ("value", text ?? ""));
        return false;
    }

    public static bool TryParse(string? text, out CartonId code, out CodeFault fault)
    {
        code = default;
        fault = default;
        if (Sscc.TryParse(text, out var sscc, out var ssccFault))
        {
            code = From(sscc);
            return true;
        }

        if (ssccFault.Code == "sscc-check-digit")
        {
            fault = ssccFault;
            return false;
        }

        var parts = Code.Normalise(text).Split('/', 2);
        if (parts.Length == 2
            && DonationNumber.TryParse(parts[0], out var donation, out _)
            && TryFrom(donation, parts[1], out code, out _))
            return true;

        fault = new CodeFault("carton-id-format", ("value", text ?? ""));
        return false;
    }

    static bool Allowed(Rune rune) => rune.Value is not ('/' or 0xFFFD) && Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    public override string ToString() => Value;
}
