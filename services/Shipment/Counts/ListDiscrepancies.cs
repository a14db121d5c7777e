using Logistics.Client;
using Logistics.Client.Shipment;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Shipment.Counts;

/// <summary>Lists the discrepancies found by counts, and how much of each is still open.</summary>
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

    public static void Map(ServiceDefinition shipment) => shipment
        .Get(ShipmentRoutes.ListDiscrepancies, Answer, Roles.Staff);

    static List<CountDiscrepancyRow> Answer(ListCountDiscrepanciesQuery asked, Query query) => query.Page<CountDiscrepancyRow>(
        Columns,
        $"""
        {From}
        where (@state is null or {State} = @state) and (@kind is null or discrepancy.kind = @kind)
          and (@airWaybill is null or discrepancy.air_waybill = @airWaybill)
        """,
        "discrepancy.number",
        new
        {
            state = asked.State is { } state ? Wire.NameOf(state) : null,
            kind = asked.Kind is { } kind ? Wire.NameOf(kind) : null,
            airWaybill = asked.AirWaybill,
        });
}
