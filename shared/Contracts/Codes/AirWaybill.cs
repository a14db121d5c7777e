using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Serialization;
using Logistics.Contracts.Syntax;

namespace Logistics.Contracts.Codes;

/// <summary>
/// An air waybill number: 3 digits of the airline's prefix, 7 of the serial number, and the check digit serial mod 7
/// (IATA Resolution 600a). Any spelling with spaces or hyphens is read; the text is <c>020-12345675</c>.
/// </summary>
[JsonConverter(typeof(CodeJsonConverter<AirWaybill>))]
public readonly record struct AirWaybill : ICode<AirWaybill>
{
    // Airline accounting codes (IATA) of carriers that fly cargo to Japan or connect to it. The list is incomplete, so an unknown prefix is only a warning.
    static readonly FrozenSet<string> CargoPrefixes = new[]
    {
        "001", // American Airlines
        "006", // Delta Air Lines
        "014", // Air Canada
        "016", // United Airlines
        "020", // Lufthansa Cargo
        "023", // FedEx
        "057", // Air France
        "071", // Ethiopian Airlines
        "074", // KLM
        "081", // Qantas
        "105", // Finnair
        "112", // China Cargo Airlines
        "125", // British Airways
        "131", // Japan Airlines
        "157", // Qatar Airways
        "160", // Cathay Pacific
        "172", // Cargolux
        "176", // Emirates
        "180", // Korean Air
        "205", // All Nippon Airways
        "217", // Thai Airways
        "232", // Malaysia Airlines
        "235", // Turkish Airlines
        "297", // China Airlines
        "324", // Shandong Airlines
        "369", // Atlas Air
        "403", // Polar Air Cargo
        "406", // UPS
        "479", // Shenzhen Airlines
        "607", // Etihad Airways
        "618", // Singapore Airlines
        "695", // EVA Air
        "731", // Xiamen Airlines
        "781", // China Eastern Airlines
        "784", // China Southern Airlines
        "876", // Sichuan Airlines
        "880", // Hainan Airlines
        "921", // SF Airlines
        "933", // Nippon Cargo Airlines
        "988", // Asiana Airlines
        "999", // Air China
    }.ToFrozenSet(StringComparer.Ordinal);

    AirWaybill(string value) => Value = value;

    public string Value { get; }

    public static string Example => "999-20051113";

    /// <summary>Gets the three digits of the airline.</summary>
    public string Prefix => Value[..3];

    /// <summary>Gets whether the prefix is listed. False deserves a warning, never a refusal: the list is incomplete.</summary>
    public bool KnownPrefix => CargoPrefixes.Contains(Prefix);

    public static bool TryParse(string? text, out AirWaybill code, out CodeFault fault)
    {
        code = default;
        fault = default;
        var digits = Code.Digits(text);
        if (digits.Length != 11 || !Code.AllDigits(digits))
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
