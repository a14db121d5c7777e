using System.Text.Json.Serialization;
using Logistics.Contracts.Syntax;

namespace Logistics.Contracts.Codes;

/// <summary>
/// What is donated, for example <c>mask</c> or <c>garment</c>: 1 to 32 of a–z, 0–9 and hyphen beginning with a letter; lower case.
/// Fault: <c>product-code-format</c>.
/// </summary>
[JsonConverter(typeof(CodeJsonConverter<ProductCode>))]
public readonly record struct ProductCode : ICode<ProductCode>
{
    ProductCode(string value) => Value = value;

    public string Value { get; }

    public static string Example => "mask";

    public static bool TryParse(string? text, out ProductCode code, out CodeFault fault)
    {
        code = default;
        fault = default;
        var plain = Code.Plain(text).ToLowerInvariant();
        if (plain.Length is < 1 or > 32
            || !char.IsAsciiLetterLower(plain[0])
            || !plain.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            fault = new CodeFault("product-code-format", ("value", text ?? ""));
            return false;
        }

        code = new ProductCode(plain);
        return true;
    }

    public override string ToString() => Value;
}
