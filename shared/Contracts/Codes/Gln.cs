using System.Text.Json.Serialization;
using Logistics.Contracts.Syntax;

namespace Logistics.Contracts.Codes;

/// <summary>
/// A global location number: 13 digits, the last a check digit (GS1 General Specifications, 3.7, AI (410) to (417)).
/// Faults: <c>gln-format</c>; <c>gln-check-digit</c> with <c>found</c> and <c>expected</c>.
/// </summary>
[JsonConverter(typeof(CodeJsonConverter<Gln>))]
public readonly record struct Gln : ICode<Gln>
{
    Gln(string value) => Value = value;

    public string Value { get; }

    public static string Example => "9521234000006";

    public static bool TryParse(string? text, out Gln code, out CodeFault fault)
    {
        code = default;
        fault = default;
        var digits = Code.Digits(text);
        if (digits.Length != 13 || !Code.AllDigits(digits))
        {
            fault = new CodeFault("gln-format", ("value", text ?? ""));
            return false;
        }

        if (!Code.EndsInCheckDigit(digits, "gln-check-digit", text, out fault))
            return false;
        code = new Gln(digits);
        return true;
    }

    public override string ToString() => Value;
}
