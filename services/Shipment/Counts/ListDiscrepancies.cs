using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Shipment.Counts;

/// <summary>
/// What counts found wrong, by number, and how much of it is still open; <c>?state=</c> open, settled or noted, <c>?kind=</c> shortage, damage
/// or overage, <c>?airWaybill=</c>. <c>?after=</c> the last number seen brings the next page.
/// </summary>
public static class ListDiscrepancies
{
    const string OpenPieces =
        """
        (select coalesce(sum(carton_goods.pieces), 0)
         from carton_goods join carton on carton.id = carton_goods.carton
         where carton_goods.discrepancy = discrepancy.number and carton.state in ('missing', 'damaged'))
        """;

    const string State = $"case when discrepancy.kind = 'overage' then 'noted' when {OpenPieces} > 0 then 'open' else 'settled' end";

    internal const string Columns =
        $"""
        discrepancy.number, discrepancy.air_waybill, count_session.note, discrepancy.kind, {State} as state, discrepancy.cartons, discrepancy.reason,
        (select coalesce(sum(carton_goods.pieces), 0) from carton_goods where carton_goods.discrepancy = discrepancy.number) as pieces,
        {OpenPieces} as open_pieces
        """;

    internal const string From =
        """
        from discrepancy
        join count_session on count_session.air_waybill = discrepancy.air_waybill and count_session.session = discrepancy.session
        """;

    public sealed record Row
    {
        public required DocumentNumber Number { get; init; }

        public required AirWaybill AirWaybill { get; init; }

        public required DocumentNumber Note { get; init; }

        public required DiscrepancyKind Kind { get; init; }

        /// <summary>Open while any of its pieces is still missing or damaged, else settled; noted for what nobody announced.</summary>
        public required string State { get; init; }

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
        Columns,
        $"""
        {From}
        where (@state is null or {State} = @state) and (@kind is null or discrepancy.kind = @kind)
          and (@airWaybill is null or discrepancy.air_waybill = @airWaybill)
        """,
        "discrepancy.number",
        new
        {
            state = query.OneOf("state", "open", "settled", "noted"),
            kind = query.OneOf("kind", "shortage", "damage", "overage"),
            airWaybill = query.Coded<AirWaybill>("airWaybill"),
        });
}
