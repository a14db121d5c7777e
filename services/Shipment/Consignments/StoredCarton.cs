using Logistics.Client;
using Logistics.Client.Shipment;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.Contracts.Syntax;
using Logistics.EventLog;
using Logistics.EventLog.Databases;

namespace Logistics.Shipment.Consignments;

/// <summary>A carton as seen by decisions.</summary>
/// <param name="Carton">The carton and its contents.</param>
/// <param name="State">Null before it is booked on a flight.</param>
/// <param name="AirWaybill">The consignment on which it is booked.</param>
/// <param name="Flight">The flight on which it is booked.</param>
/// <param name="Entry">Its latest count.</param>
public sealed record StoredCarton(Carton Carton, CartonState? State, AirWaybill? AirWaybill = null, string? Flight = null, CountEntry? Entry = null)
{
    /// <summary>Selects the state of a carton as a member of <see cref="CartonState"/>.</summary>
    internal const string StateColumn =
        "case when carton.air_waybill is null then null when carton.state = 'written-off' then 'WrittenOff' else carton.state end";

    /// <summary>Loads all cartons that can be booked.</summary>
    public static List<StoredCarton> Released(Session session, IEnumerable<DonationNumber> donations) =>
        Load(session, "carton.donation in @donations and carton.state = 'released'", new { donations = donations.Select(donation => donation.Value) });

    public static List<StoredCarton> OfConsignment(Session session, AirWaybill airWaybill) =>
        Load(session, "carton.air_waybill = @airWaybill", new { airWaybill });

    public static List<StoredCarton> OfFlight(Session session, AirWaybill airWaybill, string flight) =>
        Load(session, "carton.air_waybill = @airWaybill and carton.flight = @flight", new { airWaybill, flight });

    public static List<StoredCarton> InState(Session session, AirWaybill airWaybill, CartonState state) =>
        Load(session, "carton.air_waybill = @airWaybill and carton.state = @state", new { airWaybill, state = Wire.NameOf(state) });

    /// <summary>Loads those of the given cartons that exist.</summary>
    public static List<StoredCarton> ByIds(Session session, IEnumerable<CartonId> ids) =>
    [
        .. ids.Select(id => id.Value).Distinct(StringComparer.Ordinal).Chunk(Database.MaxInList)
            .SelectMany(some => Load(session, "carton.id in @some", new { some })),
    ];

    /// <summary>Stores the state of the cartons named by an event.</summary>
    public static void SetState(Session session, CartonState state, IEnumerable<CartonId> ids)
    {
        foreach (var some in ids.Select(id => id.Value).Chunk(Database.MaxInList))
            session.Execute("update carton set state = @state where id in @some", new { state = Wire.NameOf(state), some });
    }

    static List<StoredCarton> Load(Session session, string condition, object parameters) =>
    [
        .. session.Query<Row>(
            $"""
            select carton.id, carton.donation, carton.sender_code, {StateColumn} as state, carton.air_waybill, carton.flight,
                   count_entry.session, count_entry.condition, count_entry.reason,
                   carton_goods.line, carton_goods.product, carton_goods.size, carton_goods.lot, carton_goods.expiry, carton_goods.pieces
            from carton
            join carton_goods on carton_goods.carton = carton.id
            left join count_entry on count_entry.carton = carton.id
            where {condition}
            """,
            parameters)
            .GroupBy(row => row.Id)
            .Select(rows =>
            {
                var first = rows.First();
                var goods = rows.OrderBy(row => row.Line).ThenBy(row => row.Size, StringComparer.Ordinal).ThenBy(row => row.Lot, StringComparer.Ordinal);
                return new StoredCarton(
                    new Carton(first.Id, first.SenderCode, [.. goods.Select(row => row.Goods)]),
                    first.State,
                    first.AirWaybill,
                    first.Flight,
                    first is { Session: { } number, Condition: { } condition } ? new CountEntry(number, condition, first.Reason) : null);
            })
            .OrderBy(stored => stored.Carton.Id.Value, StringComparer.Ordinal),
    ];

    sealed record Row
    {
        public required CartonId Id { get; init; }

        public required DonationNumber Donation { get; init; }

        public string? SenderCode { get; init; }

        public CartonState? State { get; init; }

        public AirWaybill? AirWaybill { get; init; }

        public string? Flight { get; init; }

        public int? Session { get; init; }

        public Condition? Condition { get; init; }

        public string? Reason { get; init; }

        public required int Line { get; init; }

        public required ProductCode Product { get; init; }

        public required string Size { get; init; }

        public required string Lot { get; init; }

        public Expiry? Expiry { get; init; }

        public required long Pieces { get; init; }

        public Goods Goods => new(
            Donation, Line, Product, Size.Length == 0 ? null : Size, Lot.Length == 0 ? null : Code.Parse<LotNumber>(Lot), Expiry, Pieces);
    }
}

/// <summary>The result of counting a carton.</summary>
/// <param name="Session">The session within its consignment.</param>
/// <param name="Condition">Good, damaged or missing.</param>
/// <param name="Reason">Given unless the condition is good.</param>
public sealed record CountEntry(int Session, Condition Condition, string? Reason);
