using System.Globalization;
using Logistics.Portal.Pages.Coordinator.Cartons;
using Logistics.Portal.Web;

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

    /// <summary>The pieces in a carton, with their counter where they are all of one product.</summary>
    public static string PiecesIn(this Texts texts, CartonRow carton) =>
        texts.Pieces(carton.Goods.Select(goods => goods.Product).Distinct(StringComparer.Ordinal).Take(2).ToArray() is [var product] ? product : "", carton.Pieces);

    /// <summary>An offset as it is written in a time: +09:00.</summary>
    public static string Offset(DateTimeOffset at) => at.ToString("zzz", CultureInfo.InvariantCulture);
}
