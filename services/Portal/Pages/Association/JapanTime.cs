using System.Globalization;

namespace Logistics.Portal.Pages.Association;

/// <summary>Every association is in Japan, and its clock has known no other offset since 1951.</summary>
static class JapanTime
{
    static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    public static DateTimeOffset Now(TimeProvider clock) => clock.GetUtcNow().ToOffset(Offset);

    public static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(Now(clock).DateTime);

    /// <summary>As a field of the kind datetime-local holds it, to the minute.</summary>
    public static string Field(DateTimeOffset at) => at.ToOffset(Offset).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    /// <summary>What somebody typed as the time of the place; null where it is not a time.</summary>
    public static DateTimeOffset? Read(string? typed) =>
        DateTime.TryParseExact(typed, ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new DateTimeOffset(local, Offset)
            : null;
}
