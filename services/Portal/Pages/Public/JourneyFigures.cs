using Logistics.Client.Tracking;
using Logistics.Portal.Drawings;

namespace Logistics.Portal.Pages;

/// <summary>Converts the journey of a donation into the figures of its drawing.</summary>
public static class JourneyFigures
{
    const int Factory = 0;
    const int Narita = 2;
    const int Associations = 4;

    /// <summary>
    /// Converts a journey. Pieces that Shipment found missing or damaged leave the route at Narita, those of Distribution at the associations.
    /// </summary>
    public static Journey Of(DonationJourney journey) => new(
        journey.Accounts,
        [.. journey.Asides.Select(aside => new Journey.Branch(aside.Account, StationOf(aside.Source), aside.Pieces)).OrderBy(branch => branch.Station)]);

    static int StationOf(string source) => source switch { "intake" => Factory, "shipment" => Narita, _ => Associations };
}
