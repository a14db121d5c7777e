using Logistics.Contracts.Codes;
using Logistics.ServiceDefaults.Access;
using Logistics.ServiceDefaults.Commands;

namespace Logistics.Shipment.Consignments;

/// <summary>All consignments by air waybill, with expected and actual times; <c>?after=</c> the last seen brings the next page.</summary>
public static class ListConsignments
{
    public sealed record Row
    {
        public required AirWaybill AirWaybill { get; init; }

        public required int Cartons { get; init; }

        public required long Pieces { get; init; }

        public required DateTimeOffset BookedAt { get; init; }

        /// <summary>Cartons counted good that are at the hub or still at the airport, and those found or passed later.</summary>
        public required int GoodCartons { get; init; }

        /// <summary>Cartons that are at the hub.</summary>
        public required int DeliveredCartons { get; init; }

        public IReadOnlyList<FlightView> Flights { get; init; } = [];
    }

    public static void Map(ServiceDefinition shipment) => shipment
        .Get("/consignments", Answer, Role.Foundation, Role.Coordinator, Role.Auditor, Role.Admin);

    static List<Row> Answer(Query query)
    {
        var page = query.Page<Row>(
            """
            select air_waybill, cartons, pieces, booked_at,
                   (select count(*) from carton where carton.air_waybill = consignment.air_waybill
                    and state in ('good', 'delivered', 'found', 'passed')) as good_cartons,
                   (select count(*) from carton where carton.air_waybill = consignment.air_waybill
                    and state in ('delivered', 'found', 'passed')) as delivered_cartons
            from consignment
            where air_waybill > @after
            order by air_waybill
            """,
            new { after = query.Text("after") ?? "" });
        var flights = FlightView.Load(query, [.. page.Select(row => row.AirWaybill)]).ToLookup(flight => flight.AirWaybill);
        return [.. page.Select(row => row with { Flights = [.. flights[row.AirWaybill]] })];
    }
}
