using System.Collections.Concurrent;
using Dapper;
using Logistics.EventLog;

namespace Logistics.Portal.Live;

/// <summary>How far the portal's own tables have come in each log.</summary>
public sealed class Positions(TimeProvider clock)
{
    readonly ConcurrentDictionary<string, long> reached = new(StringComparer.Ordinal);
    TaskCompletionSource moved = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Starts from where the tables are.</summary>
    public void Start(Log log)
    {
        using var connection = log.Database.Open();
        foreach (var (source, seq) in connection.Query<(string, long)>("select source, seq from position"))
            Move(source, seq);
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
    }
}
