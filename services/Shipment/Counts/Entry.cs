using System.Diagnostics.CodeAnalysis;
using Logistics.Client.Shipment;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.EventLog;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;
using Logistics.Shipment.Consignments;

namespace Logistics.Shipment.Counts;

/// <summary>Functions shared by the three ways of counting: by carton, by range and by quantity.</summary>
public static class Entry
{
    /// <summary>Maximum number of cartons counted by one command.</summary>
    public const int MaxCartons = 20_000;

    /// <summary>Maximum number of cartons named in a refusal.</summary>
    public const int MaxNamed = 20;

    /// <summary>Number of carton ids that fit one event, even if they are long.</summary>
    const int PerEvent = 500;

    /// <summary>Runs an entry: finds the session and the cartons, decides, and answers with the totals.</summary>
    /// <param name="command">Has the air waybill and the session in its path.</param>
    /// <param name="condition">The condition found.</param>
    /// <param name="reason">Required unless the condition is good.</param>
    /// <param name="find">Returns the cartons and the number requested that the consignment lacks, or a refusal.</param>
    internal static Answer<CountEntryAnswer> Record(Command command, Condition condition, string? reason, Func<AirWaybill, (IReadOnlyList<CountedCarton>, int, Refusal?)> find)
    {
        var airWaybill = command.Route<AirWaybill>("airWaybill");
        if (!TryFind(command, airWaybill, out var consignment, out var session))
            return new Refusal("not-found");
        if (Opposed(consignment, session, condition, reason) is { } opposed)
            return opposed;
        var (cartons, absent, unclear) = find(airWaybill);
        if (unclear is not null)
            return unclear;
        var decision = Decide(consignment, session, condition, reason, cartons);
        if (!command.Record(Consignment.Stream(airWaybill), decision, out var refusal))
            return refusal;
        var entered = decision.Events.OfType<CartonsCounted>().SelectMany(one => one.Cartons).ToHashSet();
        CartonId[] replaced = [.. cartons.Where(carton => carton.Session is not null && entered.Contains(carton.Id)).Select(carton => carton.Id)];
        return Answer.Ok(Sum(command.Session, airWaybill, session.Session) with
        {
            Entry = entered.Count == 0 ? null : session.Entries + 1,
            Counted = entered.Count,
            Replaced = replaced,
            Unchanged = cartons.Count - entered.Count,
            NotInConsignment = absent,
        });
    }

    internal static bool TryFind(
        Command command, AirWaybill airWaybill, [NotNullWhen(true)] out Consignment? consignment, [NotNullWhen(true)] out CountSession? session)
    {
        consignment = Consignment.Load(command.Session, airWaybill);
        session = consignment is null ? null : CountSession.Load(command.Session, airWaybill, command.RouteNumber("session"));
        return consignment is not null && session is not null;
    }

    /// <summary>Returns why no entry is possible, whatever the cartons, or null.</summary>
    internal static Refusal? Opposed(Consignment consignment, CountSession session, Condition condition, string? reason)
    {
        if (!Enum.IsDefined(condition))
            return new Refusal("json-invalid", ("field", "condition"));
        if ((condition == Condition.Good ? Check.Text("reason", reason) : Check.Reason("reason", reason)) is { } wrong)
            return wrong;
        if (session.Note is { } note)
            return new Refusal("count-confirmed", ("session", session.Session), ("note", note));
        return consignment.FinalNote is { } final ? new Refusal("count-final", ("airWaybill", consignment.AirWaybill), ("note", final)) : null;
    }

    /// <summary>
    /// Decides an entry. Counting a carton again with the same result changes nothing; a different result replaces the earlier one unless that is
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
                ("cartons", away.Take(MaxNamed).Select(carton => carton.Id).ToArray()),
                ("flights", away.Select(carton => carton.Flight).Distinct(StringComparer.Ordinal).ToArray()));
        }

        var confirmed = cartons.Where(carton => carton.Note is not null).ToList();
        if (confirmed.Count > 0)
        {
            return new Refusal(
                "count-cartons-confirmed",
                ("found", confirmed.Count),
                ("cartons", confirmed.Take(MaxNamed).Select(carton => carton.Id).ToArray()),
                ("notes", confirmed.Select(carton => carton.Note).OfType<DocumentNumber>().Distinct().ToArray()));
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
    internal static CountEntryAnswer Sum(Session session, AirWaybill airWaybill, int number)
    {
        var totals = session.Query<ConditionTotal>(Totals, new { airWaybill, number });
        var uncounted = session.Scalar<int>(
            """
            select count(*) from carton
            where air_waybill = @airWaybill and not exists (select 1 from count_entry where count_entry.carton = carton.id)
            """,
            new { airWaybill });
        return new CountEntryAnswer(number, null, 0, [], 0, 0, [.. totals.OrderBy(total => total.Condition)], uncounted);
    }
}
