using Logistics.Hosting.Commands;
using Logistics.Portal.Upstream;
using Logistics.Portal.Users.Records;

namespace Logistics.Portal;

/// <summary>Defines the portal, which has pages instead of slices. Its log holds the administrators' decisions at the broker.</summary>
public static class PortalSlices
{
    public static ServiceDefinition Define() =>
        new ServiceDefinition("portal", typeof(PortalSlices).Assembly)
        {
            Settings = PortalSettings.Known,
            OtherDatabases = [(UserDatabase.Name, UserDatabase.Migrations)],
        }.Extend(PortalPages.Add, PortalPages.Use);
}
