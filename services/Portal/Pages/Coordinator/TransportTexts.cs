using System.Globalization;
using Logistics.Contracts;

namespace Logistics.Portal.Pages.Coordinator;

/// <summary>How the pages of the transport say places and differences of time.</summary>
public static class TransportTexts
{
    /// <summary>The name of an airport; its code where it is not one of those that we name.</summary>
    public static string PlaceName(this Texts texts, string airport) =>
        Texts.Entries.ContainsKey($"transport.airport.{airport}") ? texts[$"transport.airport.{airport}"] : airport;

    /// <summary>The name of an airport with its code.</summary>
    public static string Place(this Texts texts, string airport) =>
        texts.PlaceName(airport) is var name && name == airport ? airport : texts["transport.place", ("name", name), ("code", airport)];

    /// <summary>Actual against expected with its sign and its word: +25 min late.</summary>
    public static string Against(this Texts texts, DateTimeOffset expected, DateTimeOffset actual)
    {
        var minutes = (long)Math.Round((actual - expected).TotalMinutes);
        return minutes == 0 ? texts["transport.on-time"]
            : minutes > 0 ? texts["transport.late-by", ("time", texts.Span(minutes))]
            : texts["transport.early-by", ("time", texts.Span(-minutes))];
    }

    /// <summary>Days and hours, hours and minutes, or minutes: as much as one wants to know.</summary>
    public static string Span(this Texts texts, long minutes)
    {
        var (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
        return days > 0 ? texts["transport.span.days", ("days", texts.Number(days)), ("hours", texts.Number(hours))]
            : hours > 0 ? texts["transport.span.hours", ("hours", texts.Number(hours)), ("minutes", texts.Number(rest))]
            : texts["transport.span.minutes", ("minutes", texts.Number(rest))];
    }

    /// <summary>The name of a prefecture's association by its code; of others the code.</summary>
    public static string Recipient(this Texts texts, string code) =>
        PrefectureFacts.All.FirstOrDefault(prefecture => prefecture.Code.Value == code) is { } known ? $"{code} {known.Names[texts.Language]}" : code;

    /// <summary>An offset as it is written in a time: +09:00.</summary>
    public static string Offset(DateTimeOffset at) => at.ToString("zzz", CultureInfo.InvariantCulture);
}
