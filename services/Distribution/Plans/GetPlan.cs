using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Distribution.Plans;

/// <summary>A plan with its rule, its lines, and who did what to it.</summary>
public static class GetPlan
{
    public sealed record Details(
        PlanDrafted Plan,
        PlanState State,
        string DraftedBy,
        DateTimeOffset DraftedAt,
        string? ApprovedBy,
        DateTimeOffset? ApprovedAt,
        string? PublishedBy,
        DateTimeOffset? PublishedAt,
        string? DiscardReason);

    sealed record Row
    {
        public required string Content { get; init; }

        public required string State { get; init; }

        public required string DraftedBy { get; init; }

        public required DateTimeOffset DraftedAt { get; init; }

        public string? ApprovedBy { get; init; }

        public DateTimeOffset? ApprovedAt { get; init; }

        public string? PublishedBy { get; init; }

        public DateTimeOffset? PublishedAt { get; init; }

        public string? DiscardReason { get; init; }
    }

    public static void Map(ServiceDefinition distribution) => distribution
        .Get("/plans/{plan}", Answer, Role.Foundation, Role.Coordinator, Role.Auditor, Role.Admin);

    static Details? Answer(Query query) =>
        query.Find<Row>(
            """
            select content, state, drafted_by, drafted_at, approved_by, approved_at, published_by, published_at, discard_reason
            from allocation_plan
            where number = @number
            """,
            new { number = query.Route<DocumentNumber>("plan") }) is { } row
            ? new Details(
                Plan.Read(row.Content),
                Enum.Parse<PlanState>(row.State, ignoreCase: true),
                row.DraftedBy,
                row.DraftedAt,
                row.ApprovedBy,
                row.ApprovedAt,
                row.PublishedBy,
                row.PublishedAt,
                row.DiscardReason)
            : null;
}
