using System.Text.Json.Serialization;
using Logistics.Contracts.Syntax;

namespace Logistics.Contracts.Codes;

/// <summary>
/// A serial shipping container code: 18 digits, the last a check digit (GS1 General Specifications, 3.2, AI (00)).
/// Read plain, with spaces or hyphens, after the application identifier <c>(00)</c> or <c>00</c> as a scanner gives it, or at the end of the
/// path of a GS1 Digital Link. Faults: <c>sscc-format</c>; <c>sscc-check-digit</c> with <c>found</c> and <c>expected</c>.
/// </summary>
[JsonConverter(typeof(CodeJsonConverter<Sscc>))]
public readonly record struct Sscc : ICode<Sscc>
{
    Sscc(string value) => Value = value;

    public string Value { get; }

    public static string Example => "395212340000000014";

    public static bool TryParse(string? text, out Sscc code, out CodeFault fault)
    {
        code = default;
        fault = default;
        var digits = Code.Digits(AfterIdentifier(Code.Normalise(text)));
        if (digits.Length == 20 && digits.StartsWith("00", StringComparison.Ordinal))
            digits = digits[2..];
        if (digits.Length != 18 || !Code.AllDigits(digits))
        {
            fault = new CodeFault("sscc-format", ("value", text ?? ""));
            return false;
        }

        if (!Code.EndsInCheckDigit(digits, "sscc-check-digit", text, out fault))
            return false;
        code = new Sscc(digits);
        return true;
    }

    static string AfterIdentifier(string text)
    {
        const string Path = "/00/";
        if (text.StartsWith("(00)", StringComparison.Ordinal))
            return text[4..];
        if (!text.Contains("://", StringComparison.Ordinal) && !text.StartsWith(Path, StringComparison.Ordinal))
            return text;

        var path = text.Split('?', '#')[0];
        var at = path.LastIndexOf(Path, StringComparison.Ordinal);
        return at < 0 ? text : path[(at + Path.Length)..];
    }

    public override string ToString() => Value;
}
