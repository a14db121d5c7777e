using System.Diagnostics;

namespace Logistics.Benchmarks;

/// <summary>A closed loop: so many at once, each waiting for its answer before the next.</summary>
static class Load
{
    /// <summary>The same for every subject of a run.</summary>
    public static int InFlight { get; set; } = 256;

    public static Task Run(int count, Func<int, Task> one)
    {
        var next = -1;
        return Task.WhenAll(Enumerable.Range(0, InFlight).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var i && i < count)
                await one(i);
        })));
    }

    /// <returns>Events per second.</returns>
    public static async Task<double> Rate(int count, Func<Task> run)
    {
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        await run();
        return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}

/// <summary>Completes when as many have come as were expected.</summary>
sealed class Countdown(int count)
{
    readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int left = count;

    public Task Done => done.Task;

    public void Came()
    {
        if (Interlocked.Decrement(ref left) == 0)
            done.SetResult();
    }
}
