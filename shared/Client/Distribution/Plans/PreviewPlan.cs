using Logistics.Contracts.Distribution;

namespace Logistics.Client.Distribution;

/// <param name="Plan">As it would be drafted, with the number that it would get.</param>
/// <param name="LeftOut">Free goods that it would not share.</param>
public sealed record PreviewPlanAnswer(PlanDrafted Plan, LeftOut LeftOut);

public static partial class DistributionRoutes
{
    public static readonly CommandRoute<DraftPlanRequest, PreviewPlanAnswer> PreviewPlan = new(Service, "/plans/preview");
}

public sealed partial class DistributionClient
{
    /// <summary>Tells what a plan would share. Stores nothing.</summary>
    public Task<Reply<PreviewPlanAnswer>> PreviewPlan(DraftPlanRequest request, string key, CancellationToken cancel = default) =>
        Calls.Send(DistributionRoutes.PreviewPlan, DistributionRoutes.PreviewPlan.At(), request, key, cancel);
}
