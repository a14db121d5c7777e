using Logistics.Client;
using Logistics.Client.Shipment;
using Logistics.Contracts.Codes;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Shipment.Counts;

/// <summary>Lists the goods received notes of a consignment.</summary>
public static class ListNotes
{
    public static void Map(ServiceDefinition shipment) => shipment
        .Get(ShipmentRoutes.ListNotes, Answer, Roles.Staff);

    static List<GoodsReceivedNote>? Answer(NoQuery _, Query query)
    {
        var airWaybill = query.Route<AirWaybill>("airWaybill");
        if (query.Find<string>("select air_waybill from consignment where air_waybill = @airWaybill", new { airWaybill }) is null)
            return null;
        var notes = query.Rows<GoodsReceivedNote>(
            """
            select note, session, final, good_cartons, good_pieces, opened_by, confirmed_by, confirmed_at
            from count_session where air_waybill = @airWaybill and note is not null
            order by session
            """,
            new { airWaybill });
        var discrepancies = query.Rows<CountDiscrepancyRow>(
            $"select {ListDiscrepancies.Columns} {ListDiscrepancies.From} where discrepancy.air_waybill = @airWaybill order by discrepancy.number", new { airWaybill })
            .ToLookup(row => row.Note);
        return [.. notes.Select(note => note with { Discrepancies = [.. discrepancies[note.Note]] })];
    }
}
