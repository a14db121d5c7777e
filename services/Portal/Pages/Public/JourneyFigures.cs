using Logistics.Client.Tracking;
using Logistics.Portal.Drawings;

namespace Logistics.Portal.Pages;

/// <summary>Turns the journey of a donation into what its drawing shows.</summary>
public static class JourneyFigures
{
    const int Factory = 0;
    const int Narita = 2;
    const int Associations = 4;

    /// <summary>What shipment found missing or damaged left the way at Narita; what distribution found, at the associations.</summary>
    public static Journey Of(DonationJourney journey) => new(
        journey.Accounts,
        [.. journey.Asides.Select(aside => new Journey.Branch(aside.Account, StationOf(aside.Source), aside.Pieces)).OrderBy(branch => branch.Station)]);

    static int StationOf(string source) => source switch { "intake" => Factory, "shipment" => Narita, _ => Associations };
}
