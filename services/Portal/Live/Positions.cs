using System.Collections.Concurrent;
using Dapper;
using Logistics.EventLog;

namespace Logistics.Portal.Live;

/// <summary>How far the portal's own tables have come in each log.</summary>
public sealed class Positions(TimeProvider clock)
{
    readonly ConcurrentDictionary<string, long> reached = new(StringComparer.Ordinal);
    TaskCompletionSource moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int waiting;

    public bool AreAwaited => Volatile.Read(ref waiting) > 0;

    /// <summary>Looks where the tables are.</summary>
    /// <returns>Whether that is further than was known: another process of the portal has written them.</returns>
    public bool Look(Log log)
    {
        using var connection = log.Database.Open();
        var further = connection.Query<(string Source, long Seq)>("select source, seq from position")
            .Where(position => position.Seq > reached.GetValueOrDefault(position.Source))
            .ToList();
        foreach (var (source, seq) in further)
            Move(source, seq);
        return further.Count > 0;
    }

    /// <summary>An event of a log was applied, and that is durable.</summary>
    public void Move(string source, long seq)
    {
        reached.AddOrUpdate(source, seq, (_, before) => Math.Max(before, seq));
        Interlocked.Exchange(ref moved, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }

    /// <summary>Waits until a log has been applied up to an event.</summary>
    /// <returns>False where that took longer than one wants to wait.</returns>
    public async Task<bool> Reach(string source, long seq, TimeSpan most, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(most, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        Interlocked.Increment(ref waiting);
        try
        {
            while (true)
            {
                // Read before the position, so that a move between the two is not missed.
                var next = Volatile.Read(ref moved).Task;
                if (reached.GetValueOrDefault(source) >= seq)
                    return true;
                await next.WaitAsync(either.Token);
            }
        }
        catch (OperationCanceledException)
        {
            return reached.GetValueOrDefault(source) >= seq;
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }
}
