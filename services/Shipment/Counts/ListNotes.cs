using Logistics.Client.Shipment;
using Logistics.Contracts.Codes;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Shipment.Counts;

/// <summary>The goods received notes of a consignment.</summary>
public static class ListNotes
{
    public sealed record Row
    {
        public required DocumentNumber Note { get; init; }

        public required int Session { get; init; }

        public required bool Final { get; init; }

        public required int GoodCartons { get; init; }

        public required long GoodPieces { get; init; }

        public required string OpenedBy { get; init; }

        public required string ConfirmedBy { get; init; }

        public required DateTimeOffset ConfirmedAt { get; init; }

        public IReadOnlyList<CountDiscrepancyRow> Discrepancies { get; init; } = [];
    }

    public static void Map(ServiceDefinition shipment) => shipment
        .Get("/consignments/{airWaybill}/notes", Answer, Role.Foundation, Role.Coordinator, Role.Auditor, Role.Admin);

    static List<Row>? Answer(Query query)
    {
        var airWaybill = query.Route<AirWaybill>("airWaybill");
        if (query.Find<string>("select air_waybill from consignment where air_waybill = @airWaybill", new { airWaybill }) is null)
            return null;
        var notes = query.Rows<Row>(
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
