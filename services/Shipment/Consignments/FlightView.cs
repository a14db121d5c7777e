using Logistics.Client.Shipment;
using Logistics.Contracts.Codes;
using Logistics.Hosting.Commands;

namespace Logistics.Shipment.Consignments;

/// <summary>Loads flights with scheduled and actual times.</summary>
static class FlightView
{
    /// <remarks>Totals the cartons before looking up the times, which would otherwise happen for thousands of cartons.</remarks>
    public static List<FlightDetails> Load(Query query, IReadOnlyList<AirWaybill> airWaybills) => query.Rows<FlightDetails>(
        """
        select flight.air_waybill, flight.number, flight.origin as "from", flight.destination as "to",
               flight.departs_at, departure.at as departed_at, flight.arrives_at, arrival.at as arrived_at, flight.stage,
               loaded.cartons, loaded.pieces
        from flight
        join (
            select air_waybill, flight, count(*) as cartons, sum(pieces) as pieces
            from carton where air_waybill in @airWaybills
            group by air_waybill, flight) loaded on loaded.air_waybill = flight.air_waybill and loaded.flight = flight.number
        left join milestone departure on departure.air_waybill = flight.air_waybill and departure.number = (
            select max(number) from milestone
            where air_waybill = flight.air_waybill and flight = flight.number and code = 'DEP' and withdrawn is null)
        left join milestone arrival on arrival.air_waybill = flight.air_waybill and arrival.number = (
            select max(number) from milestone
            where air_waybill = flight.air_waybill and flight = flight.number and code = 'ARR' and withdrawn is null)
        where flight.air_waybill in @airWaybills
        order by flight.air_waybill, flight.leg
        """,
        new { airWaybills = airWaybills.Select(airWaybill => airWaybill.Value) });
}
