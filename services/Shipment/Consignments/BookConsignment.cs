using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Logistics.Client.Shipment;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Registry;
using Logistics.Contracts.Shipment;
using Logistics.Contracts.Syntax;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;

namespace Logistics.Shipment.Consignments;

/// <summary>Books released cartons onto the flights of an air waybill.</summary>
public static partial class BookConsignment
{
    public const int MaxFlights = 20;
    public const int MaxDonations = 100;

    /// <summary>
    /// Maximum number of different goods (donation, line, size, lot) on one air waybill, so that an event that moves all of them stays within the size limit.
    /// </summary>
    public const int MaxGoods = 150;

    /// <summary>Maximum number of cartons named in a refusal.</summary>
    public const int MaxNamed = 20;

    /// <summary>The state on which the decision depends.</summary>
    /// <param name="Booked">Whether the air waybill is already booked.</param>
    /// <param name="Free">Released cartons of the donations that are on no flight.</param>
    /// <param name="Others">Known cartons among those requested that are not free.</param>
    /// <param name="Elsewhere">Air waybills that carry cartons of the donations.</param>
    public sealed record State(
        bool Booked,
        IReadOnlyList<Carton> Free,
        IReadOnlyDictionary<CartonId, StoredCarton> Others,
        ILookup<DonationNumber, AirWaybill> Elsewhere);

    public static void Map(ServiceDefinition shipment) => shipment
        .Post(ShipmentRoutes.BookConsignment, Handle, Role.Coordinator)
        .On<ConsignmentBooked>(Apply)
        .On<CartonsBooked>(Apply);

    static Answer<BookConsignmentAnswer> Handle(BookConsignmentRequest request, Command command)
    {
        var decision = request.Donations.Count > MaxDonations
            ? new Refusal("consignment-donations", ("limit", MaxDonations))
            : Decide(Load(command.Session, request), request);
        if (!command.Record(Consignment.Stream(request.AirWaybill), decision, out var refusal))
            return refusal;
        var booked = decision.Events.OfType<ConsignmentBooked>().Single();
        var loads = decision.Events.OfType<CartonsBooked>().GroupBy(part => part.Flight, StringComparer.Ordinal)
            .Select(parts => new FlightLoad(parts.Key, parts.Sum(part => part.Cartons.Count), parts.Sum(part => part.Cartons.Sum(carton => carton.Pieces()))));
        return Answer.Created(new BookConsignmentAnswer(
            booked.AirWaybill,
            booked.Cartons,
            booked.Pieces,
            [.. loads],
            request.AirWaybill.KnownPrefix ? [] : [new BookingWarning("air-waybill-prefix-unknown", request.AirWaybill.Prefix)]));
    }

    static State Load(Session session, BookConsignmentRequest request)
    {
        var free = StoredCarton.Released(session, request.Donations).Select(stored => stored.Carton).ToList();
        var known = free.Select(carton => carton.Id).ToHashSet();
        var asked = request.Flights.SelectMany(flight => flight.Cartons ?? []).Where(id => !known.Contains(id));
        var elsewhere = session.Query<(string Donation, string AirWaybill)>(
            "select distinct donation, air_waybill from carton where donation in @donations and air_waybill is not null order by air_waybill",
            new { donations = request.Donations.Select(donation => donation.Value) });
        return new State(
            session.Scalar<int>("select count(*) from consignment where air_waybill = @AirWaybill", new { request.AirWaybill }) > 0,
            free,
            StoredCarton.ByIds(session, asked).ToDictionary(stored => stored.Carton.Id),
            elsewhere.ToLookup(row => Code.Parse<DonationNumber>(row.Donation), row => Code.Parse<AirWaybill>(row.AirWaybill)));
    }

    public static Decision Decide(State state, BookConsignmentRequest request)
    {
        if (state.Booked)
            return new Refusal("consignment-known", ("airWaybill", request.AirWaybill));
        if (request.Flights.Count is 0 or > MaxFlights)
            return new Refusal("consignment-flights", ("limit", MaxFlights));
        if (request.Donations.Count == 0)
            return new Refusal("consignment-donations", ("limit", MaxDonations));
        foreach (var donation in request.Donations)
        {
            if (state.Free.Any(carton => carton.Goods[0].Donation == donation))
                continue;
            return state.Elsewhere[donation].Any()
                ? new Refusal("donation-booked-elsewhere", ("donation", donation), ("airWaybills", state.Elsewhere[donation].Distinct().ToArray()))
                : new Refusal("donation-not-released", ("donation", donation));
        }

        var flights = new List<Flight>();
        var loads = new List<CartonsBooked>();
        var free = state.Free.ToDictionary(carton => carton.Id);
        for (var i = 0; i < request.Flights.Count; i++)
        {
            var asked = request.Flights[i];
            if (!TryRead(asked, $"flights[{i}]", flights, out var flight, out var refusal)
                || !TryLoad(asked, $"flights[{i}]", i == request.Flights.Count - 1, free, state, request, out var cartons, out refusal))
                return refusal;
            flights.Add(flight);
            loads.AddRange(Contents.InEvents(cartons).Select(part => new CartonsBooked(request.AirWaybill, flight.Number, part)));
        }

        var all = loads.SelectMany(load => load.Cartons).ToList();
        var goods = Contents.Sum(all);
        if (goods.Count > MaxGoods)
            return new Refusal("consignment-goods", ("found", goods.Count), ("limit", MaxGoods));
        DonationNumber[] donations = [.. goods.Select(one => one.Donation).Distinct()];
        return Decision.Record([new ConsignmentBooked(request.AirWaybill, donations, flights, all.Count, goods.Sum(one => one.Pieces)), .. loads]);
    }

    static bool TryRead(
        FlightToBook asked, string field, IReadOnlyList<Flight> earlier, [NotNullWhen(true)] out Flight? flight, [NotNullWhen(false)] out Refusal? refusal)
    {
        flight = null;
        var number = BookedFlight.Plain(asked.Number);
        if (!FlightNumber().IsMatch(number))
        {
            refusal = new Refusal("flight-number-format", ("field", field + ".number"), ("value", asked.Number));
            return false;
        }

        if (earlier.Any(one => one.Number == number))
        {
            refusal = new Refusal("flight-repeated", ("field", field + ".number"), ("flight", number));
            return false;
        }

        if (!Airport.TryRead(asked.From, field + ".from", out var from, out refusal) || !Airport.TryRead(asked.To, field + ".to", out var to, out refusal))
            return false;
        refusal = Check.Date(field + ".departsAt", Day(asked.DepartsAt)) ?? Check.Date(field + ".arrivesAt", Day(asked.ArrivesAt));
        if (refusal is not null)
            return false;
        if (asked.ArrivesAt <= asked.DepartsAt)
        {
            refusal = new Refusal(
                "flight-times", ("field", field + ".arrivesAt"), ("flight", number), ("departsAt", asked.DepartsAt), ("arrivesAt", asked.ArrivesAt));
            return false;
        }

        flight = new Flight(number, from, to, asked.DepartsAt, asked.ArrivesAt);
        return true;

        static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.DateTime);
    }

    /// <summary>Takes the cartons of a flight from the free ones.</summary>
    static bool TryLoad(
        FlightToBook asked,
        string field,
        bool last,
        Dictionary<CartonId, Carton> free,
        State state,
        BookConsignmentRequest request,
        out IReadOnlyList<Carton> cartons,
        [NotNullWhen(false)] out Refusal? refusal)
    {
        (cartons, refusal) = asked switch
        {
            { Lines: { } lines, Cartons: null, Count: null, Donation: null, Line: null } => ByLines(lines, field, free, request),
            { Lines: null, Cartons: { } ids, Count: null, Donation: null, Line: null } => ByIds(ids, field, free, state),
            { Lines: null, Cartons: null, Count: { } count, Donation: { } donation, Line: { } line } =>
                ByCount(count, new LineToLoad(donation, line), field, free, request),
            { Lines: null, Cartons: null, Count: null, Donation: null, Line: null } when last => (InOrder(free.Values), null),
            _ => ([], new Refusal("flight-load", ("field", field))),
        };
        if (refusal is null && cartons.Count == 0)
            refusal = new Refusal("flight-empty", ("field", field), ("flight", asked.Number));
        foreach (var carton in cartons)
            free.Remove(carton.Id);
        return refusal is null;
    }

    static (IReadOnlyList<Carton>, Refusal?) ByLines(
        IReadOnlyList<LineToLoad> lines, string field, Dictionary<CartonId, Carton> free, BookConsignmentRequest request)
    {
        var taken = new List<Carton>();
        for (var i = 0; i < lines.Count; i++)
        {
            var (cartons, refusal) = OfLine(lines[i], $"{field}.lines[{i}]", free, request);
            if (refusal is not null)
                return ([], refusal);
            taken.AddRange(cartons);
        }

        return ([.. taken.DistinctBy(carton => carton.Id)], null);
    }

    static (IReadOnlyList<Carton>, Refusal?) ByCount(
        int count, LineToLoad line, string field, Dictionary<CartonId, Carton> free, BookConsignmentRequest request)
    {
        if (Check.Pieces(field + ".count", count) is { } wrong)
            return ([], wrong);
        var (cartons, refusal) = OfLine(line, field, free, request);
        if (refusal is not null)
            return ([], refusal);
        return cartons.Count < count
            ? ([], new Refusal(
                "flight-too-few", ("field", field + ".count"), ("donation", line.Donation), ("line", line.Line), ("asked", count), ("left", cartons.Count)))
            : ([.. cartons.Take(count)], null);
    }

    static (IReadOnlyList<Carton> Cartons, Refusal? Refusal) OfLine(
        LineToLoad line, string field, Dictionary<CartonId, Carton> free, BookConsignmentRequest request)
    {
        if (!request.Donations.Contains(line.Donation))
            return ([], new Refusal("flight-donation", ("field", field), ("donation", line.Donation)));
        var cartons = InOrder(free.Values.Where(carton => carton.Goods.Any(goods => goods.Donation == line.Donation && goods.Line == line.Line)));
        return cartons.Count == 0
            ? ([], new Refusal("flight-line-empty", ("field", field), ("donation", line.Donation), ("line", line.Line)))
            : (cartons, null);
    }

    static (IReadOnlyList<Carton>, Refusal?) ByIds(
        IReadOnlyList<CartonId> ids, string field, Dictionary<CartonId, Carton> free, State state)
    {
        var taken = ids.Distinct().ToList();
        var wrong = taken.Where(id => !free.ContainsKey(id)).ToList();
        var elsewhere = wrong.Where(id => state.Others.GetValueOrDefault(id)?.AirWaybill is not null).ToList();
        if (elsewhere.Count > 0)
        {
            return ([], new Refusal(
                "cartons-booked-elsewhere",
                ("field", field + ".cartons"),
                ("found", elsewhere.Count),
                ("cartons", elsewhere.Take(MaxNamed).ToArray()),
                ("airWaybills", elsewhere.Select(id => state.Others[id].AirWaybill).OfType<AirWaybill>().Distinct().ToArray())));
        }

        return wrong.Count > 0
            ? ([], new Refusal("cartons-not-bookable", ("field", field + ".cartons"), ("found", wrong.Count), ("cartons", wrong.Take(MaxNamed).ToArray())))
            : (InOrder(taken.Select(id => free[id])), null);
    }

    static IReadOnlyList<Carton> InOrder(IEnumerable<Carton> cartons) => [.. cartons.OrderBy(carton => carton.Id.Value, StringComparer.Ordinal)];

    /// <summary>Matches an airline designator, up to four digits and an operational suffix (IATA SSIM).</summary>
    [GeneratedRegex("^[A-Z0-9]{2}[0-9]{1,4}[A-Z]?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FlightNumber();

    static void Apply(Recorded<ConsignmentBooked> booked, Session session)
    {
        var consignment = booked.Event;
        session.Execute(
            "insert into consignment (air_waybill, cartons, pieces, booked_by, booked_at) values (@AirWaybill, @Cartons, @Pieces, @Actor, @At)",
            new { consignment.AirWaybill, consignment.Cartons, consignment.Pieces, booked.Actor, booked.At });
        session.Execute(
            "insert into consignment_donation (air_waybill, donation) values (@AirWaybill, @donation)",
            consignment.Donations.Select(donation => new { consignment.AirWaybill, donation }));
        session.Execute(
            """
            insert into flight (air_waybill, number, leg, origin, destination, departs_at, arrives_at, stage)
            values (@AirWaybill, @Number, @leg, @From, @To, @DepartsAt, @ArrivesAt, @stage)
            """,
            consignment.Flights.Select((flight, i) => new
            {
                consignment.AirWaybill,
                flight.Number,
                leg = i + 1,
                flight.From,
                flight.To,
                flight.DepartsAt,
                flight.ArrivesAt,
                stage = LedgerAccount.Packed,
            }));
    }

    static void Apply(Recorded<CartonsBooked> booked, Session session) => session.Execute(
        "update carton set state = 'booked', air_waybill = @AirWaybill, flight = @Flight where id in @ids",
        new { booked.Event.AirWaybill, booked.Event.Flight, ids = booked.Event.Cartons.Select(carton => carton.Id.Value) });
}
