using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.EventLog;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;
using Logistics.Shipment.Consignments;

namespace Logistics.Shipment.Counts;

/// <summary>What the three ways of counting have in common: by carton, by range and by quantity.</summary>
public static class Entry
{
    /// <summary>Cartons that one command counts at most.</summary>
    public const int MostCartons = 20_000;

    /// <summary>Cartons that a refusal names.</summary>
    public const int MostNamed = 20;

    /// <summary>Ids of cartons that fit one event, also where they are long.</summary>
    const int PerEvent = 500;

    /// <param name="Session">The session.</param>
    /// <param name="Entry">Number of the entry, by which it can be undone; null where it changed nothing.</param>
    /// <param name="Counted">Cartons that this entered.</param>
    /// <param name="Replaced">Those of them that had been counted otherwise in a session that is not confirmed.</param>
    /// <param name="Unchanged">Cartons that had been counted the same already.</param>
    /// <param name="NotInConsignment">Serials of a range that the consignment does not have; 0 for the other ways.</param>
    /// <param name="Totals">Of the whole session.</param>
    /// <param name="Uncounted">Cartons of the consignment that no session has counted.</param>
    public sealed record Entered(
        int Session, int? Entry, int Counted, IReadOnlyList<CartonId> Replaced, int Unchanged, int NotInConsignment, IReadOnlyList<Total> Totals, int Uncounted);

    public sealed record Total
    {
        public required Condition Condition { get; init; }

        public required int Cartons { get; init; }

        /// <summary>0 for cartons that nobody announced.</summary>
        public required long Pieces { get; init; }
    }

    /// <summary>Runs an entry: finds the session, the cartons, decides and answers with the totals.</summary>
    /// <param name="command">With air waybill and session in its path.</param>
    /// <param name="condition">As found.</param>
    /// <param name="reason">Why, for all but good.</param>
    /// <param name="find">The cartons meant, and how many were asked for that the consignment does not have; or why that cannot be said.</param>
    internal static Answer Record(Command command, Condition condition, string? reason, Func<AirWaybill, (IReadOnlyList<CountedCarton>, int, Refusal?)> find)
    {
        var airWaybill = command.Route<AirWaybill>("airWaybill");
        if (!TryFind(command, airWaybill, out var consignment, out var session, out var refusal))
            return refusal!;
        if (Opposed(consignment!, session!, condition, reason) is { } opposed)
            return opposed;
        var (cartons, absent, unclear) = find(airWaybill);
        if (unclear is not null)
            return unclear;
        var decision = Decide(consignment!, session!, condition, reason, cartons);
        if (!command.Record(Consignment.Stream(airWaybill), decision, out refusal))
            return refusal;
        var entered = decision.Events.OfType<CartonsCounted>().SelectMany(one => one.Cartons).ToHashSet();
        CartonId[] replaced = [.. cartons.Where(carton => carton.Session is not null && entered.Contains(carton.Id)).Select(carton => carton.Id)];
        return Answer.Ok(Sum(command.Session, airWaybill, session!.Session) with
        {
            Entry = entered.Count == 0 ? null : session.Entries + 1,
            Counted = entered.Count,
            Replaced = replaced,
            Unchanged = cartons.Count - entered.Count,
            NotInConsignment = absent,
        });
    }

    internal static bool TryFind(Command command, AirWaybill airWaybill, out Consignment? consignment, out CountSession? session, out Refusal? refusal)
    {
        var number = command.RouteNumber("session");
        consignment = Consignment.Load(command.Session, airWaybill);
        session = consignment is null ? null : CountSession.Load(command.Session, airWaybill, number);
        refusal = consignment is null ? new Refusal("consignment-not-found", ("airWaybill", airWaybill))
            : session is null ? new Refusal("count-session-not-found", ("session", number), ("airWaybill", airWaybill))
            : null;
        return refusal is null;
    }

    /// <summary>Why nothing can be entered, whatever the cartons.</summary>
    internal static Refusal? Opposed(Consignment consignment, CountSession session, Condition condition, string? reason)
    {
        if (!Enum.IsDefined(condition))
            return new Refusal("json-invalid", ("field", "condition"));
        if (condition != Condition.Good && string.IsNullOrEmpty(reason))
            return new Refusal("reason-required", ("field", "reason"));
        if (reason?.Length > 500)
            return new Refusal("text-too-long", ("field", "reason"), ("limit", 500));
        if (session.Note is { } note)
            return new Refusal("count-confirmed", ("session", session.Session), ("note", note));
        return consignment.FinalNote is { } final ? new Refusal("count-final", ("airWaybill", consignment.AirWaybill), ("note", final)) : null;
    }

    /// <summary>
    /// Counting a carton again in the same way changes nothing; in another way it replaces what was entered, as long as that is not
    /// confirmed.
    /// </summary>
    public static Decision Decide(
        Consignment consignment, CountSession session, Condition condition, string? reason, IReadOnlyList<CountedCarton> cartons)
    {
        if (Opposed(consignment, session, condition, reason) is { } opposed)
            return opposed;
        var away = cartons.Where(carton => carton.Stage != LedgerAccount.AtAirport).ToList();
        if (away.Count > 0)
        {
            return new Refusal(
                "count-not-arrived",
                ("found", away.Count),
                ("cartons", away.Take(MostNamed).Select(carton => carton.Id).ToArray()),
                ("flights", away.Select(carton => carton.Flight).Distinct(StringComparer.Ordinal).ToArray()));
        }

        var confirmed = cartons.Where(carton => carton.Note is not null).ToList();
        if (confirmed.Count > 0)
        {
            return new Refusal(
                "count-cartons-confirmed",
                ("found", confirmed.Count),
                ("cartons", confirmed.Take(MostNamed).Select(carton => carton.Id).ToArray()),
                ("notes", confirmed.Select(carton => carton.Note!.Value).Distinct().ToArray()));
        }

        var plain = string.IsNullOrEmpty(reason) ? null : reason;
        var changed = cartons.Where(carton => carton.Condition != condition || carton.Reason != plain).Select(carton => carton.Id);
        return Decision.Record([.. InEvents(consignment.AirWaybill, session, condition, plain, changed)]);
    }

    internal static IEnumerable<CartonsCounted> InEvents(
        AirWaybill airWaybill, CountSession session, Condition condition, string? reason, IEnumerable<CartonId> cartons) =>
        cartons.Chunk(PerEvent).Select(part => new CartonsCounted(airWaybill, session.Session, condition, reason, part, session.Entries + 1));

    /// <summary>Selects the totals of a session by condition.</summary>
    internal const string Totals =
        """
        select count_entry.condition, count(*) as cartons, sum(carton.pieces) as pieces
        from count_entry join carton on carton.id = count_entry.carton
        where count_entry.air_waybill = @airWaybill and count_entry.session = @number
        group by count_entry.condition
        union all
        select 'over', count(*), 0 from overage where air_waybill = @airWaybill and session = @number having count(*) > 0
        """;

    /// <summary>The running totals of a session.</summary>
    internal static Entered Sum(Session session, AirWaybill airWaybill, int number)
    {
        var totals = session.Query<Total>(Totals, new { airWaybill, number });
        var uncounted = session.Scalar<int>(
            """
            select count(*) from carton
            where air_waybill = @airWaybill and not exists (select 1 from count_entry where count_entry.carton = carton.id)
            """,
            new { airWaybill });
        return new Entered(number, null, 0, [], 0, 0, [.. totals.OrderBy(total => total.Condition)], uncounted);
    }
}
