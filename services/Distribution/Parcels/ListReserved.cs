using Logistics.Contracts.Codes;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Distribution.Parcels;

/// <summary>What published plans keep for recipients and has not left: what a dispatch would send.</summary>
public static class ListReserved
{
    public sealed record Row
    {
        public required RecipientCode Recipient { get; init; }

        public required DocumentNumber Plan { get; init; }

        public required ProductCode Product { get; init; }

        public required string Size { get; init; }

        public required long Cartons { get; init; }

        public required long Pieces { get; init; }
    }

    public static void Map(ServiceDefinition distribution) => distribution
        .Get("/reserved", Answer, Role.Foundation, Role.Coordinator, Role.Auditor, Role.Admin);

    static List<Row> Answer(Query query) => query.Rows<Row>(
        """
        select recipient, plan_number as "plan", product, size, count(*) as cartons, sum(pieces) as pieces
        from carton
        where state = 'reserved'
        group by recipient, plan_number, product, size
        order by recipient, plan_number
        """);
}
