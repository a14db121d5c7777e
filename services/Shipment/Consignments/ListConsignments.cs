using Logistics.Contracts.Codes;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Shipment.Consignments;

/// <summary>
/// All consignments by air waybill, with expected and actual times of each flight at its own place; <c>?state=</c> booked, in-air, at-airport
/// or delivered, <c>?open=true</c> all that are not delivered. <c>?after=</c> the last seen brings the next page.
/// </summary>
public static class ListConsignments
{
    public sealed record Row
    {
        public required AirWaybill AirWaybill { get; init; }

        public required int Cartons { get; init; }

        public required long Pieces { get; init; }

        public required DateTimeOffset BookedAt { get; init; }

        /// <summary>
        /// Booked while no flight has left, at-airport once all have arrived, delivered when after the final count nothing is left to bring to
        /// the hub; in-air in between.
        /// </summary>
        public required string State { get; init; }

        /// <summary>None, entered, held or released.</summary>
        public required string Customs { get; init; }

        /// <summary>Cartons that any session has counted, confirmed or not.</summary>
        public required int CountedCartons { get; init; }

        /// <summary>Cartons counted good that are at the hub or still at the airport, and those found or passed later.</summary>
        public required int GoodCartons { get; init; }

        /// <summary>Cartons that are at the hub.</summary>
        public required int DeliveredCartons { get; init; }

        public IReadOnlyList<FlightView> Flights { get; init; } = [];
    }

    internal const string State =
        """
        case
        when exists (select 1 from count_session where count_session.air_waybill = consignment.air_waybill and count_session.final = 1)
             and not exists (select 1 from carton where carton.air_waybill = consignment.air_waybill and carton.state in ('booked', 'good')) then 'delivered'
        when not exists (select 1 from flight where flight.air_waybill = consignment.air_waybill and flight.stage <> 'at-airport') then 'at-airport'
        when not exists (select 1 from flight where flight.air_waybill = consignment.air_waybill and flight.stage <> 'packed') then 'booked'
        else 'in-air' end
        """;

    internal const string Customs =
        "case when hold_reason is not null then 'held' when permit is not null then 'released' when customs_entry is not null then 'entered' else 'none' end";

    public static void Map(ServiceDefinition shipment) => shipment
        .Get("/consignments", Answer, Role.Foundation, Role.Coordinator, Role.Auditor, Role.Admin);

    static List<Row> Answer(Query query)
    {
        var page = query.Page<Row>(
            $"""
            air_waybill, cartons, pieces, booked_at, {State} as state, {Customs} as customs,
                   (select count(*) from count_entry where count_entry.air_waybill = consignment.air_waybill) as counted_cartons,
                   (select count(*) from carton where carton.air_waybill = consignment.air_waybill
                    and state in ('good', 'delivered', 'found', 'passed')) as good_cartons,
                   (select count(*) from carton where carton.air_waybill = consignment.air_waybill
                    and state in ('delivered', 'found', 'passed')) as delivered_cartons
            """,
            $"from consignment where (@state is null or {State} = @state) and (@open = 0 or {State} <> 'delivered')",
            "air_waybill",
            new { state = query.OneOf("state", "booked", "in-air", "at-airport", "delivered"), open = query.Asked("open") ? 1 : 0 });
        var flights = FlightView.Load(query, [.. page.Select(row => row.AirWaybill)]).ToLookup(flight => flight.AirWaybill);
        return [.. page.Select(row => row with { Flights = [.. flights[row.AirWaybill]] })];
    }
}
