using Logistics.Contracts.Codes;

namespace Logistics.Client.Distribution;

/// <param name="Reason">Why, 1 to 500 characters.</param>
public sealed record DiscardPlanRequest(string Reason);

public sealed record DiscardPlanAnswer(DocumentNumber Plan);

public static partial class DistributionRoutes
{
    public static readonly CommandRoute<DiscardPlanRequest, DiscardPlanAnswer> DiscardPlan = new(Service, "/plans/{plan}/discard");
}

public sealed partial class DistributionClient
{
    /// <summary>Discards a plan that is not published.</summary>
    public Task<Reply<DiscardPlanAnswer>> DiscardPlan(DocumentNumber plan, DiscardPlanRequest request, string key, CancellationToken cancel = default) =>
        Calls.Send(DistributionRoutes.DiscardPlan, DistributionRoutes.DiscardPlan.At(plan), request, key, cancel);
}
