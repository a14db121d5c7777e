using Logistics.Contracts.Codes;

namespace Logistics.Client.Distribution;

public sealed record ApprovePlanRequest;

public sealed record ApprovePlanAnswer(DocumentNumber Plan);

public static partial class DistributionRoutes
{
    public static readonly CommandRoute<ApprovePlanRequest, ApprovePlanAnswer> ApprovePlan = new(Service, "/plans/{plan}/approval");
}

public sealed partial class DistributionClient
{
    /// <summary>Approves a draft of another coordinator.</summary>
    public Task<Reply<ApprovePlanAnswer>> ApprovePlan(DocumentNumber plan, string key, CancellationToken cancel = default) =>
        Calls.Send(DistributionRoutes.ApprovePlan, DistributionRoutes.ApprovePlan.At(plan), new ApprovePlanRequest(), key, cancel);
}
