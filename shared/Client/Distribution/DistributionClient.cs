namespace Logistics.Client.Distribution;

/// <summary>Calls Distribution: stock, allocation, parcels, receipts and hand-overs.</summary>
public sealed partial class DistributionClient(ServiceCalls calls) : ServiceClient(calls, DistributionRoutes.Service);

/// <summary>Routes of Distribution.</summary>
public static partial class DistributionRoutes
{
    /// <summary>Name of the service.</summary>
    public const string Service = "distribution";
}
