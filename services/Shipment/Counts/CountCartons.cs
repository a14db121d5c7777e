using Logistics.Client.Shipment;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.Contracts.Syntax;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;
using Logistics.Shipment.Consignments;

namespace Logistics.Shipment.Counts;

/// <summary>Counts individual cartons, identified by their SSCC or the sender's code.</summary>
public static class CountCartons
{
    const int OveragesPerEvent = 250;
    const int MaxCode = 60;

    public static void Map(ServiceDefinition shipment) => shipment
        .Post(ShipmentRoutes.CountCartons, Handle, Role.Coordinator)
        .On<CartonsCounted>(Apply)
        .On<OverageCounted>(Apply);

    static Answer<CountEntryAnswer> Handle(CountCartonsRequest request, Command command)
    {
        if (request.Cartons.Count is 0 or > Entry.MaxCartons)
            return new Refusal("cartons-asked", ("field", "cartons"), ("limit", Entry.MaxCartons));
        return request.Condition == Condition.Over
            ? Over(request, command)
            : Entry.Record(command, request.Condition, request.Reason, airWaybill =>
            {
                string[] codes = [.. request.Cartons.Select(Read)];
                var (cartons, refusal) = Match(codes, CountedCarton.ByCodes(command.Session, airWaybill, codes));
                return (cartons, 0, refusal);
            });
    }

    /// <summary>Reads an SSCC or a carton id; any other text is taken as the sender's own code.</summary>
    /// <exception cref="CodeFaultException">The text is an SSCC with a wrong check digit.</exception>
    public static string Read(string text) =>
        CartonId.TryParse(text, out var id, out var fault) ? id.Value
        : fault.Code == "sscc-check-digit" ? throw new CodeFaultException(fault)
        : text;

    /// <summary>Finds the carton that each code denotes.</summary>
    public static (IReadOnlyList<CountedCarton> Cartons, Refusal? Refusal) Match(IReadOnlyList<string> codes, IReadOnlyList<CountedCarton> found)
    {
        var byId = found.ToDictionary(carton => carton.Id.Value, StringComparer.Ordinal);
        var bySender = found.ToLookup(carton => carton.SenderCode, StringComparer.Ordinal);
        var cartons = new List<CountedCarton>();
        var unknown = new List<string>();
        foreach (var code in codes.Distinct(StringComparer.Ordinal))
        {
            CountedCarton[] meant = byId.TryGetValue(code, out var one) ? [one] : [.. bySender[code]];
            if (meant.Length > 1)
                return ([], new Refusal("count-carton-ambiguous", ("carton", code), ("cartons", meant.Select(carton => carton.Id).ToArray())));
            if (meant.Length == 0)
                unknown.Add(code);
            cartons.AddRange(meant);
        }

        return unknown.Count == 0
            ? ([.. cartons.DistinctBy(carton => carton.Id)], null)
            : ([], new Refusal("count-cartons-unknown", ("found", unknown.Count), ("cartons", unknown.Take(Entry.MaxNamed).ToArray())));
    }

    static Answer<CountEntryAnswer> Over(CountCartonsRequest request, Command command)
    {
        var airWaybill = command.Route<AirWaybill>("airWaybill");
        if (!Entry.TryFind(command, airWaybill, out var consignment, out var session))
            return new Refusal("not-found");
        string[] codes = [.. request.Cartons.Select(Read).Distinct(StringComparer.Ordinal)];
        var decision = DecideOver(
            consignment,
            session,
            request.Reason ?? "",
            codes,
            CountedCarton.ByCodes(command.Session, airWaybill, codes),
            command.Session.Query<string>("select carton from overage where air_waybill = @airWaybill", new { airWaybill }));
        if (!command.Record(Consignment.Stream(airWaybill), decision, out var refusal))
            return refusal;
        var counted = decision.Events.OfType<OverageCounted>().Sum(one => one.Cartons.Count);
        return Answer.Ok(Entry.Sum(command.Session, airWaybill, session.Session) with { Entry = counted == 0 ? null : session.Entries + 1, Counted = counted, Unchanged = codes.Length - counted });
    }

    /// <param name="consignment">The consignment.</param>
    /// <param name="session">The session.</param>
    /// <param name="reason">Required.</param>
    /// <param name="codes">The scanned codes without duplicates.</param>
    /// <param name="announced">Codes that turn out to belong to the consignment.</param>
    /// <param name="known">Codes already counted as unannounced.</param>
    public static Decision DecideOver(
        Consignment consignment,
        CountSession session,
        string reason,
        IReadOnlyList<string> codes,
        IReadOnlyList<CountedCarton> announced,
        IReadOnlyList<string> known)
    {
        if (Entry.Opposed(consignment, session, Condition.Over, reason) is { } opposed)
            return opposed;
        if (codes.FirstOrDefault(code => code.Length is 0 or > MaxCode) is { } wrong)
            return new Refusal("carton-id-format", ("value", wrong));
        if (consignment.Flights.All(flight => flight.Stage != LedgerAccount.AtAirport))
            return new Refusal("count-not-arrived", ("found", codes.Count), ("cartons", codes.Take(Entry.MaxNamed).ToArray()), ("flights", consignment.Flights.Select(flight => flight.Number).ToArray()));
        if (announced.Count > 0)
            return new Refusal("count-not-over", ("found", announced.Count), ("cartons", announced.Take(Entry.MaxNamed).Select(carton => carton.Id).ToArray()));
        return Decision.Record(
            [.. codes.Except(known, StringComparer.Ordinal).Chunk(OveragesPerEvent).Select(part => new OverageCounted(consignment.AirWaybill, session.Session, reason, part, session.Entries + 1))]);
    }

    static void Apply(Recorded<CartonsCounted> counted, Session session)
    {
        var entry = counted.Event;
        var ids = entry.Cartons.Select(carton => carton.Value);
        var condition = entry.Condition.ToString().ToLowerInvariant();
        var number = LoggedEntry.Add(session, counted, entry.AirWaybill, entry.Session, entry.Entry, condition, entry.Reason, [.. ids]);
        session.Execute("delete from count_entry where carton in @ids", new { ids });
        session.Execute(
            """
            insert into count_mark (carton, seq, air_waybill, session, entry, condition, reason)
            select id, @Seq, @AirWaybill, @Session, @number, @condition, @Reason from carton where id in @ids
            """,
            new { ids, counted.Seq, entry.AirWaybill, entry.Session, number, condition, entry.Reason });
        LoggedEntry.Stand(session, counted.Seq, entry.Cartons);
        CountSession.AddPerson(session, entry.AirWaybill, entry.Session, counted.Actor);
    }

    static void Apply(Recorded<OverageCounted> counted, Session session)
    {
        var over = counted.Event;
        var number = LoggedEntry.Add(session, counted, over.AirWaybill, over.Session, over.Entry, "over", over.Reason, over.Cartons);
        session.Execute(
            "insert into overage (air_waybill, carton, session, entry, reason) values (@AirWaybill, @carton, @Session, @number, @Reason)",
            over.Cartons.Select(carton => new { over.AirWaybill, carton, over.Session, number, over.Reason }));
        CountSession.AddPerson(session, over.AirWaybill, over.Session, counted.Actor);
    }
}
