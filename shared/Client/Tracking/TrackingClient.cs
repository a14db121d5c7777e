namespace Logistics.Client.Tracking;

/// <summary>Calls Tracking: balances, timelines and look-up by any code.</summary>
public sealed partial class TrackingClient(ServiceCalls calls) : ServiceClient(calls, TrackingRoutes.Service);

/// <summary>Routes of Tracking.</summary>
public static partial class TrackingRoutes
{
    /// <summary>Name of the service.</summary>
    public const string Service = "tracking";
}
