using System.Text.Json.Serialization;
using Logistics.Contracts.Syntax;

namespace Logistics.Contracts.Codes;

/// <summary>
/// A trade item number of 8, 12, 13 or 14 digits, the last a check digit (GS1 General Specifications, 3.3.2, AI (01)). The text is the
/// 14-digit form, padded with zeros on the left. Faults: <c>gtin-format</c>; <c>gtin-check-digit</c> with <c>found</c> and <c>expected</c>.
/// </summary>
[JsonConverter(typeof(CodeJsonConverter<Gtin>))]
public readonly record struct Gtin : ICode<Gtin>
{
    Gtin(string value) => Value = value;

    public string Value { get; }

    public static string Example => "09521234000013";

    public static bool TryParse(string? text, out Gtin code, out CodeFault fault)
    {
        code = default;
        fault = default;
        var digits = Code.Digits(text);
        if (digits.Length is not (8 or 12 or 13 or 14) || !Code.AllDigits(digits))
        {
            fault = new CodeFault("gtin-format", ("value", text ?? ""));
            return false;
        }

        if (!Code.EndsInCheckDigit(digits, "gtin-check-digit", text, out fault))
            return false;
        code = new Gtin(digits.PadLeft(14, '0'));
        return true;
    }

    public override string ToString() => Value;
}
