using System.Globalization;

namespace Logistics.Portal.Web;

/// <summary>The clock of hub and associations. Japan keeps +09:00 all year.</summary>
public static class Japan
{
    static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    /// <summary>An instant of the record, which has no place of its own, by that clock.</summary>
    public static DateTimeOffset Time(DateTimeOffset at) => at.ToOffset(Offset);

    public static DateTimeOffset Now(TimeProvider clock) => Time(clock.GetUtcNow());

    public static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(Now(clock).DateTime);

    /// <summary>As the value of an <c>input type="datetime-local"</c>.</summary>
    public static string Field(DateTimeOffset at) => Time(at).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Reads what such an input sent; null if it is no time.</summary>
    public static DateTimeOffset? Read(string? field) =>
        DateTime.TryParseExact(field, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? new DateTimeOffset(time, Offset) : null;

    /// <summary>What such an input sent, as an instant for a service; it says what is wrong with anything else.</summary>
    public static string Instant(string? field) => string.IsNullOrWhiteSpace(field) ? "" : $"{field}+09:00";
}
