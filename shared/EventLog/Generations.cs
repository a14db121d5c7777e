using System.Collections.Concurrent;
using Logistics.EventLog.Databases;

namespace Logistics.EventLog;

/// <summary>
/// Fills the tables of a service a second time from the logs it follows while the current rows keep serving reads and receiving writes. When the
/// new rows have caught up in every log, one transaction switches to them and deletes the old ones. For services whose
/// tables all have a column <c>generation</c> and are written only from followed logs.
/// </summary>
public sealed class Generations(Log log, IReadOnlyList<string> sources)
{
    readonly ConcurrentDictionary<string, long> ends = new(StringComparer.Ordinal);

    /// <summary>Tables that belong to no generation.</summary>
    static readonly string[] Common = ["event", "log_head", "command", "migration", "lease", "position", "stall", "generation", "filling_position", "filling_stall"];

    /// <summary>Starts filling a generation, and restarts one that is being filled. The program may be running.</summary>
    public Task Begin() => log.Write(new Origin(log.Source, "rebuild"), session =>
    {
        session.Execute("delete from filling_position");
        session.Execute("delete from filling_stall");
        return session.Execute("update generation set filling = shown + filling + 1");
    });

    /// <summary>Switches generations if the one being filled has caught up.</summary>
    /// <param name="source">The log in which it has just caught up.</param>
    /// <param name="end">Sequence number of that log's last event.</param>
    /// <returns>True if the generations were switched.</returns>
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

        // If the source has lost events, the current rows are stalled at an event that they have already applied and cannot advance.
        long Needed(string source)
        {
            var position = shown.GetValueOrDefault(source);
            return stalls.GetValueOrDefault(source, long.MaxValue) <= position ? Math.Min(position, ends.GetValueOrDefault(source, long.MaxValue)) : position;
        }
    }

    static Dictionary<string, long> Of(List<(string Source, long Seq)> positions) =>
        positions.ToDictionary(position => position.Source, position => position.Seq, StringComparer.Ordinal);
}
