using Logistics.Portal.Web;

namespace Logistics.Portal.Pages.Coordinator.Consignments;

/// <summary>Formats time differences.</summary>
static class Delays
{
    /// <summary>Compares an actual time with the scheduled one, with sign and word: +25 min late.</summary>
    public static string Against(this Texts texts, DateTimeOffset expected, DateTimeOffset actual)
    {
        var minutes = (long)Math.Round((actual - expected).TotalMinutes);
        return minutes == 0 ? texts["transport.on-time"]
            : minutes > 0 ? texts["transport.late-by", ("time", Span(texts, minutes))]
            : texts["transport.early-by", ("time", Span(texts, -minutes))];
    }

    /// <summary>Rounds to days and hours, to hours and minutes, or to minutes.</summary>
    static string Span(Texts texts, long minutes)
    {
        var (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
        return days > 0 ? texts["transport.span.days", ("days", texts.Number(days)), ("hours", texts.Number(hours))]
            : hours > 0 ? texts["transport.span.hours", ("hours", texts.Number(hours)), ("minutes", texts.Number(rest))]
            : texts["transport.span.minutes", ("minutes", texts.Number(rest))];
    }
}
