using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.EventLog;
using Logistics.EventLog.Databases;

namespace Logistics.Shipment.Counts;

/// <summary>A carton of a consignment as seen by counting.</summary>
public sealed record CountedCarton
{
    public required CartonId Id { get; init; }

    public required DonationNumber Donation { get; init; }

    public string? SenderCode { get; init; }

    public required string Flight { get; init; }

    /// <summary>Gets the stage of its flight.</summary>
    public required LedgerAccount Stage { get; init; }

    /// <summary>Gets the session of its latest count.</summary>
    public int? Session { get; init; }

    public Condition? Condition { get; init; }

    public string? Reason { get; init; }

    /// <summary>Gets the goods received note of that session; null until it is confirmed.</summary>
    public DocumentNumber? Note { get; init; }

    const string Select =
        """
        select carton.id, carton.donation, carton.sender_code, carton.flight, flight.stage,
               count_entry.session, count_entry.condition, count_entry.reason, count_session.note
        from carton
        join flight on flight.air_waybill = carton.air_waybill and flight.number = carton.flight
        left join count_entry on count_entry.carton = carton.id
        left join count_session on count_session.air_waybill = count_entry.air_waybill and count_session.session = count_entry.session
        where carton.air_waybill = @airWaybill

        """;

    /// <summary>Loads the cartons of a consignment with one of these ids or sender's codes.</summary>
    public static List<CountedCarton> ByCodes(Session session, AirWaybill airWaybill, IEnumerable<string> codes) =>
    [
        .. codes.Distinct(StringComparer.Ordinal).Chunk(Database.MaxInList)
            .SelectMany(some => session.Query<CountedCarton>(Select + "and carton.id in @some", new { airWaybill, some })
                .Concat(session.Query<CountedCarton>(Select + "and carton.sender_code in @some", new { airWaybill, some })))
            .DistinctBy(carton => carton.Id),
    ];

    /// <summary>Loads uncounted cartons at the airport that contain such goods, lowest ids first.</summary>
    /// <param name="session">The session of the command.</param>
    /// <param name="airWaybill">The consignment.</param>
    /// <param name="donation">The donation.</param>
    /// <param name="line">Its line.</param>
    /// <param name="size">Null for any.</param>
    /// <param name="lot">Null for any.</param>
    public static List<CountedCarton> Uncounted(
        Session session, AirWaybill airWaybill, DonationNumber donation, int line, string? size, LotNumber? lot) =>
        session.Query<CountedCarton>(
            Select +
            """
            and count_entry.session is null and flight.stage = 'at-airport' and carton.donation = @donation
            and exists (
                select 1 from carton_goods
                where carton_goods.carton = carton.id and carton_goods.line = @line
                  and carton_goods.size = coalesce(@size, carton_goods.size) and carton_goods.lot = coalesce(@lot, carton_goods.lot))
            order by carton.id
            """,
            new { airWaybill, donation, line, size, lot });
}
