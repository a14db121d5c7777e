using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;

namespace Logistics.Client.Distribution;

/// <summary>A plan with its rule, its lines, and the accounts that drafted, approved and published it.</summary>
/// <param name="Plan">As it was drafted.</param>
/// <param name="State">How far it has come.</param>
/// <param name="DraftedBy">Account of its author.</param>
/// <param name="DraftedAt">When it was drafted.</param>
/// <param name="ApprovedBy">Null if it was not approved.</param>
/// <param name="ApprovedAt">Null if it was not approved.</param>
/// <param name="PublishedBy">Null if it was not published.</param>
/// <param name="PublishedAt">Null if it was not published.</param>
/// <param name="DiscardReason">Null if it was not discarded.</param>
public sealed record PlanDetails(
    PlanDrafted Plan,
    PlanState State,
    string DraftedBy,
    DateTimeOffset DraftedAt,
    string? ApprovedBy,
    DateTimeOffset? ApprovedAt,
    string? PublishedBy,
    DateTimeOffset? PublishedAt,
    string? DiscardReason);

public static partial class DistributionRoutes
{
    public static readonly QueryRoute<NoQuery, PlanDetails> GetPlan = new(Service, "/plans/{plan}");
}

public sealed partial class DistributionClient
{
    /// <summary>Shows a plan.</summary>
    public Task<Reply<PlanDetails>> GetPlan(DocumentNumber plan, CancellationToken cancel = default) =>
        Calls.Ask(DistributionRoutes.GetPlan, DistributionRoutes.GetPlan.At(plan), new NoQuery(), cancel);
}
