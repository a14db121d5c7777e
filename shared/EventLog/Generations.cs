using System.Collections.Concurrent;
using Logistics.EventLog.Databases;

namespace Logistics.EventLog;

/// <summary>
/// Fills the tables of a service a second time from the logs that it follows, while the first rows go on answering and being written. When the
/// new rows have caught up with the old ones in every log, they are exchanged in one transaction, which deletes the old ones. For services whose
/// tables all have a column <c>generation</c> and are written from followed logs alone.
/// </summary>
public sealed class Generations(Log log, IReadOnlyList<string> sources)
{
    readonly ConcurrentDictionary<string, long> ends = new(StringComparer.Ordinal);

    /// <summary>Tables that no generation owns.</summary>
    static readonly string[] Common = ["event", "log_head", "command", "migration", "lease", "position", "stall", "generation", "filling_position", "filling_stall"];

    /// <summary>Begins to fill a generation; one that is being filled already is begun again. The program may be running.</summary>
    public Task Begin() => log.Write(new Origin(log.Source, "rebuild"), session =>
    {
        session.Execute("delete from filling_position");
        session.Execute("delete from filling_stall");
        return session.Execute("update generation set filling = shown + filling + 1");
    });

    /// <summary>Exchanges the generations if the one that is being filled has caught up.</summary>
    /// <param name="source">The log that it has just caught up with.</param>
    /// <param name="end">Sequence number of its last event.</param>
    /// <returns>Whether they were exchanged.</returns>
    internal async Task<bool> Exchange(string source, long end)
    {
        ends[source] = end;
        return await log.Write(new Origin(log.Source, "exchange"), TryExchange);
    }

    bool TryExchange(Session session)
    {
        var filling = session.Find<long>("select filling from generation");
        var shown = Of(session.Query<(string Source, long Seq)>("select source, seq from position"));
        var filled = Of(session.Query<(string Source, long Seq)>("select source, seq from filling_position"));
        var stalls = Of(session.Query<(string Source, long Seq)>("select source, seq from stall"));
        if (filling == 0 || sources.Any(source => filled.GetValueOrDefault(source) < Needed(source)))
            return false;
        session.Execute("update generation set shown = @filling, filling = 0", new { filling });
        session.Execute("delete from position");
        session.Execute("insert into position (source, seq, hash) select source, seq, hash from filling_position");
        session.Execute("delete from filling_position");
        session.Execute("delete from stall");
        session.Execute("insert into stall (source, seq, type, body, error, attempts, since) select source, seq, type, body, error, attempts, since from filling_stall");
        session.Execute("delete from filling_stall");
        foreach (var table in session.Query<string>(log.Database.Dialect.Tables).Except([.. Common, .. log.Reactions.Kept], StringComparer.Ordinal))
            session.Execute($"delete from {table} where generation <> @filling", new { filling });
        session.AfterCommit(() =>
        {
            foreach (var (source, seq) in filled)
                log.Positions.Move(source, seq);
        });
        return true;

        // The rows that are read are stalled at an event that they have applied where the source has lost events. They will not get further.
        long Needed(string source)
        {
            var position = shown.GetValueOrDefault(source);
            return stalls.GetValueOrDefault(source, long.MaxValue) <= position ? Math.Min(position, ends.GetValueOrDefault(source, long.MaxValue)) : position;
        }
    }

    static Dictionary<string, long> Of(List<(string Source, long Seq)> positions) =>
        positions.ToDictionary(position => position.Source, position => position.Seq, StringComparer.Ordinal);
}
