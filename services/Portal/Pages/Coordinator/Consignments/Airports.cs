using Logistics.Portal.Web;

namespace Logistics.Portal.Pages.Coordinator.Consignments;

/// <summary>Names airports.</summary>
static class Airports
{
    /// <summary>Returns the name of an airport; its IATA code if it has no text.</summary>
    public static string PlaceName(this Texts texts, string airport) =>
        Texts.Entries.ContainsKey($"transport.airport.{airport}") ? texts[$"transport.airport.{airport}"] : airport;

    /// <summary>Returns the name of an airport with its code.</summary>
    public static string Place(this Texts texts, string airport) =>
        texts.PlaceName(airport) is var name && name == airport ? airport : texts["transport.place", ("name", name), ("code", airport)];
}
