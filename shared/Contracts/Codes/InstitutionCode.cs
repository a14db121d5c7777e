using System.Text.Json.Serialization;
using Logistics.Contracts.Syntax;

namespace Logistics.Contracts.Codes;

/// <summary>
/// A hospital or clinic: 1 to 20 of A–Z, 0–9 and hyphen, upper case. The Japanese code of medical institutions has 10 digits: prefecture 2,
/// table 1, institution 7. Fault: <c>institution-code-format</c>.
/// </summary>
[JsonConverter(typeof(CodeJsonConverter<InstitutionCode>))]
public readonly record struct InstitutionCode : ICode<InstitutionCode>
{
    InstitutionCode(string value) => Value = value;

    public string Value { get; }

    public static string Example => "1312345678";

    public static bool TryParse(string? text, out InstitutionCode code, out CodeFault fault)
    {
        code = default;
        fault = default;
        var plain = Code.Plain(text).ToUpperInvariant();
        if (plain.Length is < 1 or > 20 || !plain.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            fault = new CodeFault("institution-code-format", ("value", text ?? ""));
            return false;
        }

        code = new InstitutionCode(plain);
        return true;
    }

    public override string ToString() => Value;
}
