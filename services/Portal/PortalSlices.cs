using Logistics.Hosting.Commands;
using Logistics.Portal.Balances;
using Logistics.Portal.Live;
using Logistics.Portal.Timelines;
using Logistics.Portal.Trackings;
using Logistics.Portal.Users.Records;

namespace Logistics.Portal;

/// <summary>The table of contents: every slice of the service.</summary>
public static class PortalSlices
{
    /// <summary>The logs it follows. It has none of its own: every table is written from these.</summary>
    public static IReadOnlyList<string> Sources { get; } = ["intake", "shipment", "distribution"];

    public static ServiceDefinition Define()
    {
        var portal = new ServiceDefinition("portal", typeof(PortalSlices).Assembly) { Settings = PortalSettings.Known, OtherDatabases = [(UserDatabase.Name, UserDatabase.Migrations)] };
        var changes = new Changes();
        var positions = new Positions(TimeProvider.System);

        WhenPiecesMove.Map(portal);
        WhenDonationsChange.Map(portal);
        WhenConsignmentsMove.Map(portal);
        WhenParcelsMove.Map(portal);
        WhenSomethingHappens.Map(portal);
        WhenRecipientsConfirm.Map(portal);
        WhenAnythingChanges.Map(portal, changes, positions);
        GetBalances.Map(portal);
        CountPieces.Map(portal);
        TrackCode.Map(portal);

        return portal.Extend((builder, settings) => PortalPages.Add(builder, settings, changes, positions), PortalPages.Use);
    }
}
