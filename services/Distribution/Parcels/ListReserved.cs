using Logistics.Client;
using Logistics.Client.Distribution;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Distribution.Parcels;

/// <summary>Lists the cartons that a dispatch would send: those reserved by published plans and not yet dispatched.</summary>
public static class ListReserved
{
    public static void Map(ServiceDefinition distribution) => distribution
        .Get(DistributionRoutes.ListReserved, Answer, Roles.Staff);

    static List<ReservedRow> Answer(NoQuery _, Query query) => query.Rows<ReservedRow>(
        """
        select recipient, plan_number as "plan", product, size, count(*) as cartons, sum(pieces) as pieces
        from carton
        where state = 'reserved'
        group by recipient, plan_number, product, size
        order by recipient, plan_number
        """);
}
