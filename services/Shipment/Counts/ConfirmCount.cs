using Logistics.Client.Shipment;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Registry;
using Logistics.Contracts.Shipment;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;
using Logistics.Shipment.Consignments;

namespace Logistics.Shipment.Counts;

/// <summary>
/// Confirms a session by a second person and issues the goods received note. In the final one, uncounted cartons are missing. Each
/// condition and reason becomes a discrepancy; a line with no arrivals becomes its own.
/// </summary>
public static class ConfirmCount
{
    /// <summary>The reason recorded for uncounted cartons. Never changes: readers recognise it by this text.</summary>
    public const string NeverCounted = "not found at the final count";

    /// <summary>Maximum number of movements and goods of discrepancies in one note.</summary>
    const int MaxGoods = 600;

    /// <summary>The state on which the decision depends, in addition to the consignment and the session.</summary>
    /// <param name="Cartons">All cartons of the consignment.</param>
    /// <param name="Overages">Unannounced cartons of this session by reason.</param>
    /// <param name="Unconfirmed">Other sessions with unconfirmed entries.</param>
    /// <param name="Numbers">Series of the note and the discrepancies.</param>
    public sealed record State(
        IReadOnlyList<StoredCarton> Cartons, IReadOnlyList<Over> Overages, IReadOnlyList<int> Unconfirmed, Series Numbers);

    public sealed record Over(string Reason, int Cartons);

    /// <param name="Year">Year of recording.</param>
    /// <param name="Notes">Notes numbered in that year.</param>
    /// <param name="Discrepancies">Discrepancies numbered in that year.</param>
    public sealed record Series(int Year, long Notes, long Discrepancies);

    sealed record CartonCounted(Carton Carton, CountEntry Entry);

    public static void Map(ServiceDefinition shipment) => shipment
        .Post(ShipmentRoutes.ConfirmCount, Handle, Role.Coordinator)
        .On<CountConfirmed>(Apply);

    static Answer<ConfirmCountAnswer> Handle(ConfirmCountRequest request, Command command)
    {
        var airWaybill = command.Route<AirWaybill>("airWaybill");
        if (!Entry.TryFind(command, airWaybill, out var consignment, out var session))
            return new Refusal("not-found");
        var decision = Decide(consignment, session, command.Caller.Account, Load(command.Session, airWaybill, session.Session, command.Now.Year), request);
        if (!command.Record(Consignment.Stream(airWaybill), decision, out var refusal))
            return refusal;
        var note = decision.Events.OfType<CountConfirmed>().Single();
        return Answer.Created(new ConfirmCountAnswer(note.Note, note.Session, note.Final, note.GoodCartons, note.GoodPieces, note.Discrepancies));
    }

    static State Load(Session session, AirWaybill airWaybill, int number, int year) => new(
        StoredCarton.OfConsignment(session, airWaybill),
        [
            .. session.Query<(string Reason, int Cartons)>(
                "select reason, count(*) from overage where air_waybill = @airWaybill and session = @number group by reason order by reason",
                new { airWaybill, number }).Select(row => new Over(row.Reason, row.Cartons)),
        ],
        session.Query<int>(
            """
            select session from count_session
            where air_waybill = @airWaybill and session <> @number and note is null
              and (exists (select 1 from count_entry where count_entry.air_waybill = count_session.air_waybill and count_entry.session = count_session.session)
                or exists (select 1 from overage where overage.air_waybill = count_session.air_waybill and overage.session = count_session.session))
            order by session
            """,
            new { airWaybill, number }),
        new Series(
            year,
            session.Scalar<long>("select count(*) from count_session where note like @pattern", new { pattern = $"GRN-{year:0000}-%" }),
            session.Scalar<long>("select count(*) from discrepancy where number like @pattern", new { pattern = $"DSC-{year:0000}-%" })));

    public static Decision Decide(Consignment consignment, CountSession session, string account, State state, ConfirmCountRequest request)
    {
        if (session.Note is { } earlier)
            return new Refusal("count-confirmed", ("session", session.Session), ("note", earlier));
        if (consignment.FinalNote is { } final)
            return new Refusal("count-final", ("airWaybill", consignment.AirWaybill), ("note", final));
        if (session.People.Contains(account, StringComparer.Ordinal))
            return new Refusal("count-second-person", ("session", session.Session));
        if (request.Final && state.Unconfirmed.Count > 0)
            return new Refusal("count-sessions-open", ("sessions", state.Unconfirmed));
        var counted = state.Cartons
            .Select(stored => stored.Entry is { } entry && entry.Session == session.Session ? new CartonCounted(stored.Carton, entry) : null)
            .OfType<CartonCounted>()
            .ToList();
        if (!request.Final && counted.Count == 0 && state.Overages.Count == 0)
            return new Refusal("count-empty", ("session", session.Session));

        var never = request.Final ? state.Cartons.Where(carton => carton.Entry is null).ToList() : [];
        string[] away =
        [
            .. consignment.Flights
                .Where(flight => flight.Stage != LedgerAccount.AtAirport && never.Exists(carton => carton.Flight == flight.Number))
                .Select(flight => flight.Number),
        ];
        if (away.Length > 0)
        {
            return new Refusal(
                "count-not-arrived", ("found", never.Count), ("cartons", never.Take(Entry.MaxNamed).Select(one => one.Carton.Id).ToArray()), ("flights", away));
        }

        counted.AddRange(never.Select(stored => new CartonCounted(stored.Carton, new CountEntry(session.Session, Condition.Missing, NeverCounted))));
        var discrepancies = Discrepancies(state, counted);
        Movement[] movements = [.. Move(Condition.Damaged, LedgerAccount.Damaged), .. Move(Condition.Missing, LedgerAccount.Missing)];
        if (movements.Length + discrepancies.Sum(one => one.Goods.Count) is var size && size > MaxGoods)
            return new Refusal("count-too-varied", ("found", size), ("limit", MaxGoods));

        Carton[] good = [.. In(Condition.Good)];
        return Decision.Record(
        [
            .. Entry.InEvents(consignment.AirWaybill, session, Condition.Missing, NeverCounted, never.Select(carton => carton.Carton.Id)),
            new CountConfirmed(
                consignment.AirWaybill,
                session.Session,
                DocumentNumber.From("GRN", state.Numbers.Year, state.Numbers.Notes + 1),
                request.Final,
                good.Length,
                good.Sum(carton => carton.Pieces()),
                discrepancies,
                movements),
        ]);

        IEnumerable<Carton> In(Condition condition) => counted.Where(one => one.Entry.Condition == condition).Select(one => one.Carton);

        IReadOnlyList<Movement> Move(Condition condition, LedgerAccount to) => Contents.Move(LedgerAccount.AtAirport, to, In(condition));
    }

    /// <param name="state">The state of the consignment.</param>
    /// <param name="counted">Cartons of the session and, if it is final, the missing ones.</param>
    static IReadOnlyList<Discrepancy> Discrepancies(State state, IReadOnlyList<CartonCounted> counted)
    {
        var missingNow = counted.Where(one => one.Entry.Condition == Condition.Missing).Select(one => one.Carton.Id).ToHashSet();
        var came = state.Cartons
            .Where(carton => !missingNow.Contains(carton.Carton.Id) && carton.Entry?.Condition != Condition.Missing)
            .SelectMany(carton => carton.Carton.Goods.Select(goods => (goods.Donation, goods.Line)))
            .ToHashSet();
        var wrong = counted
            .Where(one => one.Entry.Condition != Condition.Good)
            .SelectMany(one => one.Carton.Goods.Select(goods => (one.Carton.Id, Goods: goods, one.Entry)))
            .GroupBy(one => (
                one.Entry.Condition,
                one.Entry.Reason,
                Whole: one.Entry.Condition == Condition.Missing && !came.Contains((one.Goods.Donation, one.Goods.Line)) ? (one.Goods.Donation, one.Goods.Line) : default))
            .OrderBy(group => group.Key.Condition).ThenBy(group => group.Key.Reason, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Whole.Donation.Value, StringComparer.Ordinal).ThenBy(group => group.Key.Whole.Line)
            .Select(group => (
                Kind: group.Key.Condition == Condition.Missing ? DiscrepancyKind.Shortage : DiscrepancyKind.Damage,
                Goods: Contents.Sum(group.Select(one => one.Goods)),
                Cartons: group.Select(one => one.Id).Distinct().Count(),
                group.Key.Reason));
        var over = state.Overages.Select(one => (Kind: DiscrepancyKind.Overage, Goods: (IReadOnlyList<Goods>)[], one.Cartons, Reason: (string?)one.Reason));
        return
        [
            .. wrong.Concat(over).Select((one, i) => new Discrepancy(
                DocumentNumber.From("DSC", state.Numbers.Year, state.Numbers.Discrepancies + i + 1), one.Kind, one.Goods, one.Cartons, one.Reason)),
        ];
    }

    static void Apply(Recorded<CountConfirmed> confirmed, Session session)
    {
        var note = confirmed.Event;
        session.Execute(
            """
            update count_session
            set note = @Note, final = @final, good_cartons = @GoodCartons, good_pieces = @GoodPieces, confirmed_by = @Actor, confirmed_at = @At
            where air_waybill = @AirWaybill and session = @Session
            """,
            new { note.AirWaybill, note.Session, note.Note, final = note.Final ? 1 : 0, note.GoodCartons, note.GoodPieces, confirmed.Actor, confirmed.At });
        session.Execute(
            """
            update carton
            set state = (select condition from count_entry where count_entry.carton = carton.id)
            where id in (select carton from count_entry where air_waybill = @AirWaybill and session = @Session)
            """,
            new { note.AirWaybill, note.Session });
        foreach (var discrepancy in note.Discrepancies)
            Apply(note, discrepancy, session);
    }

    static void Apply(CountConfirmed note, Discrepancy discrepancy, Session session)
    {
        session.Execute(
            """
            insert into discrepancy (number, air_waybill, session, kind, cartons, reason)
            values (@Number, @AirWaybill, @Session, @kind, @Cartons, @Reason)
            """,
            new
            {
                discrepancy.Number,
                note.AirWaybill,
                note.Session,
                kind = discrepancy.Kind.ToString().ToLowerInvariant(),
                discrepancy.Cartons,
                discrepancy.Reason,
            });
        session.Execute(
            """
            update carton_goods set discrepancy = @Number
            where line = @Line and size = @size and lot = @lot and carton in (
                select carton.id from count_entry join carton on carton.id = count_entry.carton
                where count_entry.air_waybill = @AirWaybill and count_entry.session = @Session
                  and count_entry.condition = @condition and count_entry.reason = @Reason and carton.donation = @Donation)
            """,
            discrepancy.Goods.Select(goods => new
            {
                discrepancy.Number,
                note.AirWaybill,
                note.Session,
                condition = discrepancy.Kind == DiscrepancyKind.Damage ? "damaged" : "missing",
                discrepancy.Reason,
                goods.Donation,
                goods.Line,
                size = goods.Size ?? "",
                lot = goods.Lot?.Value ?? "",
            }));
    }
}
