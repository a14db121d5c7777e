using System.Collections.Concurrent;
using Dapper;
using Logistics.EventLog.Databases;

namespace Logistics.EventLog;

/// <summary>Tracks how far a service has applied each followed log, so that readers can wait for their own writes.</summary>
public sealed class Positions(Database database, TimeProvider clock)
{
    readonly ConcurrentDictionary<string, long> reached = new(StringComparer.Ordinal);
    TaskCompletionSource moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int waiting;

    public bool AreAwaited => Volatile.Read(ref waiting) > 0;

    /// <summary>Gets the positions known to this process.</summary>
    public IReadOnlyDictionary<string, long> Reached => reached;

    /// <summary>Reads the positions from the database.</summary>
    /// <returns>True if a position has advanced, which means that another process of the service has applied events.</returns>
    public bool Look()
    {
        using var connection = database.Open();
        var further = connection.Query<(string Source, long Seq)>("select source, seq from position")
            .Where(position => position.Seq > reached.GetValueOrDefault(position.Source))
            .ToList();
        foreach (var (source, seq) in further)
            Move(source, seq);
        return further.Count > 0;
    }

    /// <summary>Records that the events of a log have been durably applied up to a sequence number.</summary>
    public void Move(string source, long seq)
    {
        reached.AddOrUpdate(source, seq, (_, before) => Math.Max(before, seq));
        Interlocked.Exchange(ref moved, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }

    /// <summary>Waits until a log has been applied up to an event.</summary>
    /// <returns>False if that takes longer than <paramref name="timeout"/>.</returns>
    public async Task<bool> Reach(string source, long seq, TimeSpan timeout, CancellationToken cancel)
    {
        using var expired = new CancellationTokenSource(timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(expired.Token, cancel);
        Interlocked.Increment(ref waiting);
        try
        {
            while (true)
            {
                // Read before the position so that an advance between the two is not missed.
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
