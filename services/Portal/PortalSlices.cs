using Logistics.Hosting.Commands;
using Logistics.Portal.Upstream;
using Logistics.Portal.Users.Records;

namespace Logistics.Portal;

/// <summary>The portal has pages and no slices. Its log holds what administrators decided at the broker.</summary>
public static class PortalSlices
{
    public static ServiceDefinition Define() =>
        new ServiceDefinition("portal", typeof(PortalSlices).Assembly)
        {
            Settings = PortalSettings.Known,
            OtherDatabases = [(UserDatabase.Name, UserDatabase.Migrations)],
        }.Extend(PortalPages.Add, PortalPages.Use);
}
