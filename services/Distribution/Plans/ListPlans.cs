using Logistics.Client;
using Logistics.Client.Distribution;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Distribution.Plans;

/// <summary>Lists plans by number.</summary>
public static class ListPlans
{
    public static void Map(ServiceDefinition distribution) => distribution
        .Get(DistributionRoutes.ListPlans, Answer, Roles.Staff);

    static IReadOnlyList<PlanRow> Answer(ListPlansQuery asked, Query query) => query.Page<PlanRow>(
        """
        number, product, size, tranche, state, drafted_by, drafted_at,
               (select count(*) from allocation_plan_line line where line.plan_number = number and line.cartons > 0) as recipients,
               (select coalesce(sum(line.cartons), 0) from allocation_plan_line line where line.plan_number = number) as cartons,
               (select coalesce(sum(line.pieces), 0) from allocation_plan_line line where line.plan_number = number) as pieces
        """,
        "from allocation_plan where (@state is null or state = @state) and (@product is null or product = @product)",
        "number",
        new { state = asked.State is { } state ? Wire.NameOf(state) : null, product = asked.Product });
}
