using System.Text.Json.Serialization;
using Logistics.Contracts.Syntax;

namespace Logistics.Contracts.Codes;

/// <summary>
/// A prefecture of Japan: <c>01</c> (Hokkaido) to <c>47</c> (Okinawa), JIS X 0401. One digit is read as two, since spreadsheets drop the zero.
/// Fault: <c>prefecture-unknown</c>.
/// </summary>
[JsonConverter(typeof(CodeJsonConverter<Prefecture>))]
public readonly record struct Prefecture : ICode<Prefecture>
{
    Prefecture(string value) => Value = value;

    public string Value { get; }

    public static string Example => "13";

    public static bool TryParse(string? text, out Prefecture code, out CodeFault fault)
    {
        code = default;
        fault = default;
        var digits = Code.Normalise(text);
        if (Code.AllDigits(digits) && digits.Length <= 2)
        {
            digits = digits.PadLeft(2, '0');
            if (string.CompareOrdinal(digits, "01") >= 0 && string.CompareOrdinal(digits, "47") <= 0)
            {
                code = new Prefecture(digits);
                return true;
            }
        }

        fault = new CodeFault("prefecture-unknown", ("value", text ?? ""));
        return false;
    }

    public override string ToString() => Value;
}
