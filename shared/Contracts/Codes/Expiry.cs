using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Logistics.Contracts.Syntax;

namespace Logistics.Contracts.Codes;

/// <summary>
/// The last day on which a lot may be used, or the last month if the day is unknown (GS1 General Specifications, 3.4.7, AI (17): YYMMDD, DD = 00).
/// The text is <c>2025-04-30</c> or <c>2025-04</c>. Read with hyphens, slashes, dots or 年月日, or as YYYYMMDD or YYMMDD; a two-digit year
/// means 20YY. Years 2000 to 2099. Fault: <c>expiry-format</c>, also for a day that does not exist in the calendar.
/// </summary>
[JsonConverter(typeof(CodeJsonConverter<Expiry>))]
public readonly partial record struct Expiry : ICode<Expiry>
{
    Expiry(string value) => Value = value;

    public string Value { get; }

    public static string Example => "2023-04-30";

    /// <summary>Gets the last day of use; the end of the month if the day is unknown.</summary>
    public DateOnly LastDay => Value.Length == 10
        ? DateOnly.ParseExact(Value, "yyyy-MM-dd", CultureInfo.InvariantCulture)
        : DateOnly.ParseExact(Value, "yyyy-MM", CultureInfo.InvariantCulture).AddMonths(1).AddDays(-1);

    /// <summary>Returns whether the lot has expired on a day. It may still be used on the last day itself.</summary>
    public bool ExpiredOn(DateOnly day) => day > LastDay;

    public static bool TryParse(string? text, out Expiry code, out CodeFault fault)
    {
        code = default;
        fault = default;
        var match = Written().Match(Code.Plain(text));
        if (match.Success)
        {
            var year = match.Groups["year"].Value;
            var month = int.Parse(match.Groups["month"].ValueSpan, CultureInfo.InvariantCulture);
            var day = match.Groups["day"] is { Success: true } written ? int.Parse(written.ValueSpan, CultureInfo.InvariantCulture) : 0;
            var text10 = $"{(year.Length == 2 ? "20" + year : year)}-{month:00}-{Math.Max(day, 1):00}";
            if (DateOnly.TryParseExact(text10, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            {
                code = new Expiry(day == 0 ? text10[..7] : text10);
                return true;
            }
        }

        fault = new CodeFault("expiry-format", ("value", text ?? ""));
        return false;
    }

    [GeneratedRegex(
        """
        ^(?:
            (?<year>20[0-9]{2}) (?<mark>[-/.]) (?<month>[0-9]{1,2}) (?:\k<mark> (?<day>[0-9]{1,2}))?
          | (?<year>20[0-9]{2}) \s*年\s* (?<month>[0-9]{1,2}) \s*月\s* (?:(?<day>[0-9]{1,2}) \s*日)?
          | (?<year>(?:20)?[0-9]{2}) (?<month>[0-9]{2}) (?<day>[0-9]{2})
        )\z
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Written();

    public override string ToString() => Value;
}
