using Logistics.Client.Shipment;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;
using Logistics.Shipment.Consignments;

namespace Logistics.Shipment.Counts;

/// <summary>
/// Undoes an unconfirmed entry: each carton whose latest count it was reverts to its previous count, or to uncounted.
/// Cartons that were counted differently later stay unchanged.
/// </summary>
public static class UndoEntry
{
    public static void Map(ServiceDefinition shipment) => shipment
        .Post(ShipmentRoutes.UndoEntry, Handle, Role.Coordinator)
        .On<CountEntryUndone>(Apply);

    static Answer<UndoEntryAnswer> Handle(UndoEntryRequest request, Command command)
    {
        var airWaybill = command.Route<AirWaybill>("airWaybill");
        if (!Entry.TryFind(command, airWaybill, out var consignment, out var session)
            || LoggedEntry.Load(command.Session, airWaybill, session.Session, request.Entry) is not { } entry)
            return new Refusal("not-found");
        if (!command.Record(Consignment.Stream(airWaybill), Decide(consignment, session, entry), out var refusal))
            return refusal;
        var now = Entry.Sum(command.Session, airWaybill, session.Session);
        return Answer.Ok(new UndoEntryAnswer(session.Session, entry.Entry, entry.Cartons.Count + entry.Overages.Count, now.Totals, now.Uncounted));
    }

    /// <param name="consignment">The consignment.</param>
    /// <param name="session">The session.</param>
    /// <param name="entry">One of its entries.</param>
    public static Decision Decide(Consignment consignment, CountSession session, LoggedEntry entry)
    {
        if (session.Note is { } note)
            return new Refusal("count-confirmed", ("session", session.Session), ("note", note));
        if (consignment.FinalNote is { } final)
            return new Refusal("count-final", ("airWaybill", consignment.AirWaybill), ("note", final));
        if (entry.UndoneAt is not null)
            return new Refusal("count-entry-undone", ("entry", entry.Entry), ("session", session.Session));

        var parts = entry.Cartons.Select(one => (one.Carton, one.Before, Over: (string?)null))
            .Concat(entry.Overages.Select(code => (Carton: default(CartonId), Before: (Mark?)null, Over: (string?)code)))
            .Chunk(CountEntryUndone.MaxCartons)
            .DefaultIfEmpty([]);
        return Decision.Record(
        [
            .. parts.Select(part => new CountEntryUndone(
                consignment.AirWaybill,
                session.Session,
                entry.Entry,
                [.. part.Where(one => one.Before is null && one.Over is null).Select(one => one.Carton)],
                [
                    .. part.Select(one => one.Before).OfType<Mark>()
                        .GroupBy(before => (before.Seq, before.Session, before.Condition), before => before.Carton)
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
