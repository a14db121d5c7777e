using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.ServiceDefaults.Access;
using Logistics.ServiceDefaults.Commands;

namespace Logistics.Shipment.Counts;

/// <summary>What counts found wrong, by number, and how much of it is still open; <c>?after=</c> the last number seen brings the next page.</summary>
public static class ListDiscrepancies
{
    internal const string Select =
        """
        select discrepancy.number, discrepancy.air_waybill, count_session.note, discrepancy.kind, discrepancy.cartons, discrepancy.reason,
               (select coalesce(sum(carton_goods.pieces), 0) from carton_goods where carton_goods.discrepancy = discrepancy.number) as pieces,
               (select coalesce(sum(carton_goods.pieces), 0)
                from carton_goods join carton on carton.id = carton_goods.carton
                where carton_goods.discrepancy = discrepancy.number and carton.state in ('missing', 'damaged')) as open_pieces
        from discrepancy
        join count_session on count_session.air_waybill = discrepancy.air_waybill and count_session.session = discrepancy.session
        """;

    public sealed record Row
    {
        public required DocumentNumber Number { get; init; }

        public required AirWaybill AirWaybill { get; init; }

        public required DocumentNumber Note { get; init; }

        public required DiscrepancyKind Kind { get; init; }

        public required int Cartons { get; init; }

        public string? Reason { get; init; }

        /// <summary>0 for cartons that nobody announced.</summary>
        public required long Pieces { get; init; }

        /// <summary>Pieces that are still missing or damaged: neither found, nor re-inspected, nor written off.</summary>
        public required long OpenPieces { get; init; }
    }

    public static void Map(ServiceDefinition shipment) => shipment
        .Get("/discrepancies", Answer, Role.Foundation, Role.Coordinator, Role.Auditor, Role.Admin);

    static List<Row> Answer(Query query) => query.Page<Row>(
        Select + " where discrepancy.number > @after order by discrepancy.number", new { after = query.Text("after") ?? "" });
}
