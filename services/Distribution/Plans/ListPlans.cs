using Logistics.Contracts.Codes;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Distribution.Plans;

/// <summary>
/// All plans by number; <c>?state=</c> draft, approved, published or discarded, <c>?product=</c>. <c>?after=</c> the last number seen brings the
/// next page.
/// </summary>
public static class ListPlans
{
    public sealed record Row
    {
        public required DocumentNumber Number { get; init; }

        public required ProductCode Product { get; init; }

        public required string Size { get; init; }

        public required int Tranche { get; init; }

        public required string State { get; init; }

        public required string DraftedBy { get; init; }

        public required DateTimeOffset DraftedAt { get; init; }

        public required long Recipients { get; init; }

        public required long Cartons { get; init; }

        public required long Pieces { get; init; }
    }

    public static void Map(ServiceDefinition distribution) => distribution
        .Get("/plans", Answer, Role.Foundation, Role.Coordinator, Role.Auditor, Role.Admin);

    static List<Row> Answer(Query query) => query.Page<Row>(
        """
        number, product, size, tranche, state, drafted_by, drafted_at,
               (select count(*) from allocation_plan_line line where line.plan_number = number and line.cartons > 0) as recipients,
               (select coalesce(sum(line.cartons), 0) from allocation_plan_line line where line.plan_number = number) as cartons,
               (select coalesce(sum(line.pieces), 0) from allocation_plan_line line where line.plan_number = number) as pieces
        """,
        "from allocation_plan where (@state is null or state = @state) and (@product is null or product = @product)",
        "number",
        new { state = query.OneOf("state", "draft", "approved", "published", "discarded"), product = query.Coded<ProductCode>("product") });
}
