using Logistics.Client.Shipment;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Shipment.Consignments;

/// <summary>Lists consignments with the scheduled and actual local times of each flight.</summary>
public static class ListConsignments
{
    /// <summary>Selects the state of a consignment as a member of <see cref="ConsignmentState"/>.</summary>
    internal const string State =
        """
        case
        when exists (select 1 from count_session where count_session.air_waybill = consignment.air_waybill and count_session.final = 1)
             and not exists (select 1 from carton where carton.air_waybill = consignment.air_waybill and carton.state in ('booked', 'good')) then 'Delivered'
        when not exists (select 1 from flight where flight.air_waybill = consignment.air_waybill and flight.stage <> 'at-airport') then 'AtAirport'
        when not exists (select 1 from flight where flight.air_waybill = consignment.air_waybill and flight.stage <> 'packed') then 'Booked'
        else 'InAir' end
        """;

    const string Customs =
        "case when hold_reason is not null then 'held' when permit is not null then 'released' when customs_entry is not null then 'entered' else 'none' end";

    public static void Map(ServiceDefinition shipment) => shipment
        .Get(ShipmentRoutes.ListConsignments, Answer, Roles.Staff);

    static List<ConsignmentRow> Answer(ListConsignmentsQuery asked, Query query)
    {
        var page = query.Page<ConsignmentRow>(
            $"""
            air_waybill, cartons, pieces, booked_at, {State} as state, {Customs} as customs,
                   (select count(*) from count_entry where count_entry.air_waybill = consignment.air_waybill) as counted_cartons,
                   (select count(*) from carton where carton.air_waybill = consignment.air_waybill
                    and state in ('good', 'delivered', 'found', 'passed')) as good_cartons,
                   (select count(*) from carton where carton.air_waybill = consignment.air_waybill
                    and state in ('delivered', 'found', 'passed')) as delivered_cartons
            """,
            $"from consignment where (@state is null or {State} = @state) and (@open = 0 or {State} <> 'Delivered')",
            "air_waybill",
            new { state = asked.State?.ToString(), open = asked.Open ? 1 : 0 });
        var flights = FlightView.Load(query, [.. page.Select(row => row.AirWaybill)]).ToLookup(flight => flight.AirWaybill);
        return [.. page.Select(row => row with { Flights = [.. flights[row.AirWaybill]] })];
    }
}
