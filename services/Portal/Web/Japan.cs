using System.Globalization;

namespace Logistics.Portal.Web;

/// <summary>Converts times to Japan time, which applies to hub and associations and is +09:00 all year.</summary>
public static class Japan
{
    static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    /// <summary>Converts a recorded instant to Japan time.</summary>
    public static DateTimeOffset Time(DateTimeOffset at) => at.ToOffset(Offset);

    public static DateTimeOffset Now(TimeProvider clock) => Time(clock.GetUtcNow());

    public static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(Now(clock).DateTime);

    /// <summary>Formats an instant as the value of an <c>input type="datetime-local"</c>.</summary>
    public static string Field(DateTimeOffset at) => Time(at).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Reads the value of such an input; null if it is not a time.</summary>
    public static DateTimeOffset? Read(string? field) =>
        DateTime.TryParseExact(field, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? new DateTimeOffset(time, Offset) : null;

    /// <summary>Converts the value of such an input to an instant for a service, which refuses an invalid one.</summary>
    public static string Instant(string? field) => string.IsNullOrWhiteSpace(field) ? "" : $"{field}+09:00";
}
