using Logistics.Hosting.Commands;
using Logistics.Portal.Users.Records;

namespace Logistics.Portal;

/// <summary>Defines the portal, which has pages instead of slices. Its log holds the administrators' decisions at the broker.</summary>
public static class PortalSlices
{
    /// <summary>The services that its pages call.</summary>
    public static IReadOnlyList<string> Services { get; } = ["intake", "shipment", "distribution", "tracking"];

    public static ServiceDefinition Define() =>
        new ServiceDefinition("portal", typeof(PortalSlices).Assembly)
        {
            Settings = PortalSettings.Known,
            OtherDatabases = [(UserDatabase.Name, UserDatabase.Migrations)],
        }.Extend(PortalPages.Add, PortalPages.Use);
}
