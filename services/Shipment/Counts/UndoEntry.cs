using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.EventLog;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;
using Logistics.Shipment.Consignments;

namespace Logistics.Shipment.Counts;

/// <summary>
/// A coordinator takes back what was entered at once, as long as nobody confirmed it: a carton whose last count it was is counted again as it
/// was before, or not at all. A carton that was counted later in another way stays so.
/// </summary>
public static class UndoEntry
{
    public sealed record Request(int Entry);

    /// <param name="Session">The session.</param>
    /// <param name="Entry">What was undone.</param>
    /// <param name="Returned">Cartons that are now counted as before, or not counted.</param>
    /// <param name="Totals">Of the whole session.</param>
    /// <param name="Uncounted">Cartons of the consignment that no session has counted.</param>
    public sealed record Undone(int Session, int Entry, int Returned, IReadOnlyList<Entry.Total> Totals, int Uncounted);

    public static void Map(ServiceDefinition shipment) => shipment
        .Post<Request>("/consignments/{airWaybill}/counts/{session:int}/undo", Handle, Role.Coordinator)
        .On<CountEntryUndone>(Apply);

    static Answer Handle(Request request, Command command)
    {
        var airWaybill = command.Route<AirWaybill>("airWaybill");
        if (!Entry.TryFind(command, airWaybill, out var consignment, out var session, out var refusal))
            return refusal!;
        var entry = LoggedEntry.Load(command.Session, airWaybill, session!.Session, request.Entry);
        if (!command.Record(Consignment.Stream(airWaybill), Decide(consignment!, session, entry, request), out refusal))
            return refusal;
        var now = Entry.Sum(command.Session, airWaybill, session.Session);
        return Answer.Ok(new Undone(session.Session, request.Entry, entry!.Cartons.Count + entry.Overages.Count, now.Totals, now.Uncounted));
    }

    /// <param name="consignment">The consignment.</param>
    /// <param name="session">The session.</param>
    /// <param name="entry">Null where the session has none of this number.</param>
    /// <param name="request">Which.</param>
    public static Decision Decide(Consignment consignment, CountSession session, LoggedEntry? entry, Request request)
    {
        if (session.Note is { } note)
            return new Refusal("count-confirmed", ("session", session.Session), ("note", note));
        if (consignment.FinalNote is { } final)
            return new Refusal("count-final", ("airWaybill", consignment.AirWaybill), ("note", final));
        if (entry is null)
            return new Refusal("count-entry-not-found", ("entry", request.Entry), ("session", session.Session));
        if (entry.UndoneAt is not null)
            return new Refusal("count-entry-undone", ("entry", entry.Entry), ("session", session.Session));

        var parts = entry.Cartons.Select(one => (one.Carton, one.Before, Over: (string?)null))
            .Concat(entry.Overages.Select(code => (Carton: default(CartonId), Before: (Mark?)null, Over: (string?)code)))
            .Chunk(CountEntryUndone.MostCartons)
            .DefaultIfEmpty([]);
        return Decision.Record(
        [
            .. parts.Select(part => new CountEntryUndone(
                consignment.AirWaybill,
                session.Session,
                entry.Entry,
                [.. part.Where(one => one.Before is null && one.Over is null).Select(one => one.Carton)],
                [
                    .. part.Where(one => one.Before is not null)
                        .GroupBy(one => (one.Before!.Seq, one.Before.Session, one.Before.Condition), one => one.Carton)
                        .OrderBy(same => same.Key.Seq)
                        .Select(same => new CountRestored(same.Key.Seq, same.Key.Session, same.Key.Condition, [.. same])),
                ],
                [.. part.Select(one => one.Over).OfType<string>()])),
        ]);
    }

    static void Apply(Recorded<CountEntryUndone> undone, Session session)
    {
        var entry = undone.Event;
        session.Execute(
            "update count_log set undone_by = @Actor, undone_at = @At where air_waybill = @AirWaybill and session = @Session and entry = @Entry",
            new { entry.AirWaybill, entry.Session, entry.Entry, undone.Actor, undone.At });
        session.Execute("delete from count_mark where air_waybill = @AirWaybill and session = @Session and entry = @Entry", new { entry.AirWaybill, entry.Session, entry.Entry });
        session.Execute("delete from count_entry where carton in @ids", new { ids = entry.Uncounted.Concat(entry.Restored.SelectMany(one => one.Cartons)).Select(carton => carton.Value) });
        foreach (var restored in entry.Restored)
            LoggedEntry.Stand(session, restored.Seq, restored.Cartons);
        session.Execute("delete from overage where air_waybill = @AirWaybill and carton in @Overages", new { entry.AirWaybill, entry.Overages });
        CountSession.AddPerson(session, entry.AirWaybill, entry.Session, undone.Actor);
    }
}
