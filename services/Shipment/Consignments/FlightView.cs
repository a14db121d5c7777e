using Logistics.Contracts.Codes;
using Logistics.Hosting.Commands;

namespace Logistics.Shipment.Consignments;

/// <summary>A flight as people see it: expected against actual.</summary>
public sealed record FlightView
{
    public required AirWaybill AirWaybill { get; init; }

    public required string Number { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    public required DateTimeOffset DepartsAt { get; init; }

    /// <summary>By the departure that was recorded last.</summary>
    public DateTimeOffset? DepartedAt { get; init; }

    public required DateTimeOffset ArrivesAt { get; init; }

    /// <summary>By the arrival that was recorded last.</summary>
    public DateTimeOffset? ArrivedAt { get; init; }

    /// <summary>Packed, in-air or at-airport.</summary>
    public required LedgerAccount Stage { get; init; }

    public required int Cartons { get; init; }

    public required long Pieces { get; init; }

    /// <remarks>The cartons are summed before the times are looked up, which would otherwise be done for each of thousands.</remarks>
    internal static List<FlightView> Load(Query query, IReadOnlyList<AirWaybill> airWaybills) => query.Rows<FlightView>(
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
