using System.Globalization;
using System.Text.Json.Serialization;

namespace Logistics.Contracts.Codes;

/// <summary>
/// An air waybill number: 3 digits of the airline's prefix, 7 of the serial number, and the check digit serial mod 7
/// (IATA Resolution 600a). Any spelling with spaces or hyphens is read; the text is <c>020-12345675</c>.
/// </summary>
[JsonConverter(typeof(CodeJsonConverter<AirWaybill>))]
public readonly record struct AirWaybill : ICode<AirWaybill>
{
    AirWaybill(string value) => Value = value;

    public string Value { get; }

    /// <summary>The airline's three digits.</summary>
    public string Prefix => Value[..3];

    public static bool TryParse(string? text, out AirWaybill code, out CodeFault fault)
    {
        code = default;
        fault = default;
        var digits = Code.Normalise(text).Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (digits.Length != 11 || !digits.All(char.IsAsciiDigit))
        {
            fault = new CodeFault("air-waybill-format", ("value", text ?? ""));
            return false;
        }

        var expected = int.Parse(digits.AsSpan(3, 7), CultureInfo.InvariantCulture) % 7;
        if (digits[10] - '0' != expected)
        {
            fault = new CodeFault("air-waybill-check-digit", ("value", text!), ("found", digits[10] - '0'), ("expected", expected));
            return false;
        }

        code = new AirWaybill($"{digits[..3]}-{digits[3..]}");
        return true;
    }

    public override string ToString() => Value;
}
