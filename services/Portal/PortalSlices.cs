using Logistics.Hosting.Commands;
using Logistics.Portal.Users.Records;

namespace Logistics.Portal;

/// <summary>The portal has pages and no slices. Its log holds what administrators decided at the broker.</summary>
public static class PortalSlices
{
    /// <summary>The services that its pages ask.</summary>
    public static IReadOnlyList<string> Services { get; } = ["intake", "shipment", "distribution", "tracking"];

    public static ServiceDefinition Define() =>
        new ServiceDefinition("portal", typeof(PortalSlices).Assembly)
        {
            Settings = PortalSettings.Known,
            OtherDatabases = [(UserDatabase.Name, UserDatabase.Migrations)],
        }.Extend(PortalPages.Add, PortalPages.Use);
}
