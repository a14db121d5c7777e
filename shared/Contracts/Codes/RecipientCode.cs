using System.Text.Json.Serialization;
using Logistics.Contracts.Syntax;

namespace Logistics.Contracts.Codes;

/// <summary>
/// Who receives parcels: a prefecture <c>01</c> to <c>47</c> for its medical association, or 2 to 12 of A–Z, 0–9 and hyphen beginning with a
/// letter; upper case. Fault: <c>recipient-code-format</c>.
/// </summary>
[JsonConverter(typeof(CodeJsonConverter<RecipientCode>))]
public readonly record struct RecipientCode : ICode<RecipientCode>
{
    RecipientCode(string value) => Value = value;

    public string Value { get; }

    public static string Example => "13";

    public static bool TryParse(string? text, out RecipientCode code, out CodeFault fault)
    {
        code = default;
        fault = default;
        if (Prefecture.TryParse(text, out var prefecture, out _))
        {
            code = new RecipientCode(prefecture.Value);
            return true;
        }

        var plain = Code.Plain(text).ToUpperInvariant();
        var wellFormed = plain.Length is >= 2 and <= 12
            && char.IsAsciiLetterUpper(plain[0])
            && plain.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '-');
        // The account missing:written-off must not be mistaken for the pieces a recipient is missing.
        if (!wellFormed || plain == "WRITTEN-OFF")
        {
            fault = new CodeFault("recipient-code-format", ("value", text ?? ""));
            return false;
        }

        code = new RecipientCode(plain);
        return true;
    }

    public override string ToString() => Value;
}
