using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.EventLog;
using Logistics.EventLog.Databases;
using Logistics.EventLog.Events;

namespace Logistics.Shipment.Counts;

/// <summary>An entry of a session as seen when it is undone.</summary>
public sealed record LoggedEntry
{
    public required int Entry { get; init; }

    public DateTimeOffset? UndoneAt { get; init; }

    /// <summary>Gets the cartons whose latest count this is, each with its previous unconfirmed count.</summary>
    public IReadOnlyList<(CartonId Carton, Mark? Before)> Cartons { get; init; } = [];

    /// <summary>Gets the unannounced cartons.</summary>
    public IReadOnlyList<string> Overages { get; init; } = [];

    public static LoggedEntry? Load(Session session, AirWaybill airWaybill, int number, int entry)
    {
        var key = new { airWaybill, number, entry };
        var found = session.Find<LoggedEntry>("select entry, undone_at from count_log where air_waybill = @airWaybill and session = @number and entry = @entry", key);
        if (found is null)
            return null;
        var before = session.Query<Mark>(
            """
            select mark.carton, mark.seq, mark.session, mark.condition
            from count_entry
            join count_mark mark on mark.carton = count_entry.carton
            join count_session on count_session.air_waybill = mark.air_waybill and count_session.session = mark.session
            where count_entry.air_waybill = @airWaybill and count_entry.session = @number and count_entry.entry = @entry
              and count_session.note is null and not (mark.session = @number and mark.entry = @entry)
            """,
            key).GroupBy(mark => mark.Carton).ToDictionary(marks => marks.Key, marks => marks.MaxBy(mark => mark.Seq));
        return found with
        {
            Cartons =
            [
                .. session.Query<CartonId>(
                    "select carton from count_entry where air_waybill = @airWaybill and session = @number and entry = @entry order by carton", key)
                    .Select(carton => (carton, before.GetValueOrDefault(carton))),
            ],
            Overages = session.Query<string>("select carton from overage where air_waybill = @airWaybill and session = @number and entry = @entry order by carton", key),
        };
    }

    /// <summary>Stores an entry; the events of one entry add up.</summary>
    /// <returns>The number of the entry, assigned here if the event predates numbers.</returns>
    internal static int Add(
        Session session, Recorded about, AirWaybill airWaybill, int number, int? entry, string condition, string? reason, IReadOnlyList<string> cartons)
    {
        var row = new
        {
            airWaybill,
            number,
            entry = entry ?? 1 + session.Scalar<int>(
                "select coalesce(max(entry), 0) from count_log where air_waybill = @airWaybill and session = @number", new { airWaybill, number }),
            condition,
            reason,
            cartons.Count,
            First = cartons[0],
            Last = cartons[^1],
            about.Actor,
            about.At,
        };
        session.Upsert(
            """
            update count_log set cartons = cartons + @Count, last_carton = @Last
            where air_waybill = @airWaybill and session = @number and entry = @entry
            """,
            """
            insert into count_log (air_waybill, session, entry, condition, reason, cartons, first_carton, last_carton, entered_by, entered_at)
            values (@airWaybill, @number, @entry, @condition, @reason, @Count, @First, @Last, @Actor, @At)
            """,
            row);
        return row.entry;
    }

    /// <summary>Makes the findings of an event the valid ones for these cartons.</summary>
    internal static void Stand(Session session, long seq, IEnumerable<CartonId> cartons)
    {
        foreach (var ids in cartons.Select(carton => carton.Value).Chunk(Database.MaxInList))
        {
            session.Execute(
                """
                insert into count_entry (carton, air_waybill, session, entry, condition, reason)
                select carton, air_waybill, session, entry, condition, reason from count_mark where seq = @seq and carton in @ids
                """,
                new { seq, ids });
        }
    }
}

/// <summary>The finding of one event about a carton.</summary>
public sealed record Mark
{
    public required CartonId Carton { get; init; }

    /// <summary>Gets the sequence number of the event.</summary>
    public required long Seq { get; init; }

    public required int Session { get; init; }

    public required Condition Condition { get; init; }
}
