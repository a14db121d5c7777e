using Logistics.Client;
using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Distribution.Plans;

/// <summary>Returns a plan with its rule, its lines and its history.</summary>
public static class GetPlan
{
    public static void Map(ServiceDefinition distribution) => distribution
        .Get(DistributionRoutes.GetPlan, Answer, Roles.Staff);

    static PlanDetails? Answer(NoQuery asked, Query query) =>
        query.Find<Row>(
            """
            select content, state, drafted_by, drafted_at, approved_by, approved_at, published_by, published_at, discard_reason
            from allocation_plan
            where number = @number
            """,
            new { number = query.Route<DocumentNumber>("plan") }) is { } row
            ? new PlanDetails(
                Plan.Read(row.Content), row.State, row.DraftedBy, row.DraftedAt, row.ApprovedBy, row.ApprovedAt, row.PublishedBy, row.PublishedAt, row.DiscardReason)
            : null;

    sealed record Row
    {
        public required string Content { get; init; }

        public required PlanState State { get; init; }

        public required string DraftedBy { get; init; }

        public required DateTimeOffset DraftedAt { get; init; }

        public string? ApprovedBy { get; init; }

        public DateTimeOffset? ApprovedAt { get; init; }

        public string? PublishedBy { get; init; }

        public DateTimeOffset? PublishedAt { get; init; }

        public string? DiscardReason { get; init; }
    }
}
