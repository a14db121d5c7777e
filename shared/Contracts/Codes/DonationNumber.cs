using System.Text.Json.Serialization;
using Logistics.Contracts.Syntax;

namespace Logistics.Contracts.Codes;

/// <summary>
/// The number of a donation, <c>D-2020-0001</c>: year of 4 digits, serial of 4 or more. Any case is read. Fault: <c>donation-number-format</c>.
/// </summary>
[JsonConverter(typeof(CodeJsonConverter<DonationNumber>))]
public readonly record struct DonationNumber : ICode<DonationNumber>
{
    DonationNumber(string value) => Value = value;

    public string Value { get; }

    public static string Example => "D-2020-0001";

    /// <param name="year">1000 to 9999.</param>
    /// <param name="serial">1 or more.</param>
    public static DonationNumber From(int year, long serial) => new(YearSerial.Write("D", year, serial));

    public static bool TryParse(string? text, out DonationNumber code, out CodeFault fault)
    {
        code = default;
        fault = default;
        if (YearSerial.TryRead(Code.Plain(text).ToUpperInvariant(), out var head, out var canonical) && head == "D")
        {
            code = new DonationNumber(canonical);
            return true;
        }

        fault = new CodeFault("donation-number-format", ("value", text ?? ""));
        return false;
    }

    public override string ToString() => Value;
}
