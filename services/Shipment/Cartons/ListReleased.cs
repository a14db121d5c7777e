using Logistics.Contracts.Codes;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Shipment.Cartons;

/// <summary>What may be booked: the released cartons of every donation by line.</summary>
public static class ListReleased
{
    public sealed record Row
    {
        public required DonationNumber Donation { get; init; }

        public required int Line { get; init; }

        public required ProductCode Product { get; init; }

        /// <summary>A carton of several lines is in each of them.</summary>
        public required int Cartons { get; init; }

        public required long Pieces { get; init; }
    }

    public static void Map(ServiceDefinition shipment) => shipment
        .Get("/released", Answer, Role.Foundation, Role.Coordinator, Role.Auditor, Role.Admin);

    static List<Row> Answer(Query query) => query.Rows<Row>(
        """
        select carton.donation, goods.line, goods.product, count(distinct carton.id) as cartons, sum(goods.pieces) as pieces
        from carton
        join carton_goods goods on goods.carton = carton.id
        where carton.state = 'released'
        group by carton.donation, goods.line, goods.product
        order by carton.donation, goods.line
        """);
}
