namespace Logistics.Client.Portal;

/// <summary>Calls the portal's own feeds and log.</summary>
public sealed class PortalClient(ServiceCalls calls) : ServiceClient(calls, PortalRoutes.Service);

/// <summary>Routes of the portal.</summary>
public static class PortalRoutes
{
    /// <summary>Name of the service.</summary>
    public const string Service = "portal";
}
