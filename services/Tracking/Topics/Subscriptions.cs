using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Logistics.Client.Tracking;

namespace Logistics.Tracking.Topics;

/// <summary>Tells subscribers which topics changed, never their content: a subscriber with access queries that.</summary>
public sealed class Subscriptions
{
    /// <summary>Maximum number of changes queued for a subscriber; beyond it, the subscriber is told that anything may have changed.</summary>
    const int MaxWaiting = 1_000;

    readonly ConcurrentDictionary<Guid, ChannelWriter<TopicsChanged>> subscribers = new();
    CancellationToken stopping;

    public bool Any => !subscribers.IsEmpty;

    /// <summary>Ends all subscriptions when the program stops.</summary>
    public void EndWith(CancellationToken stopping) => this.stopping = stopping;

    public void Tell(IReadOnlyCollection<string> topics) => Write(new TopicsChanged([.. topics]));

    public void TellAnything() => Write(new TopicsChanged(null));

    /// <summary>Returns changes as they occur, until the subscriber disconnects or the program stops. The first element is available immediately.</summary>
    public async IAsyncEnumerable<TopicsChanged> Listen([EnumeratorCancellation] CancellationToken gone = default)
    {
        var missed = false;
        var channel = Channel.CreateBounded<TopicsChanged>(
            new BoundedChannelOptions(MaxWaiting) { FullMode = BoundedChannelFullMode.DropOldest }, _ => Volatile.Write(ref missed, true));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(gone, stopping);
        var id = Guid.NewGuid();
        subscribers[id] = channel.Writer;
        try
        {
            yield return new TopicsChanged(null);
            while (await More())
            {
                while (channel.Reader.TryRead(out var changed))
                    yield return Interlocked.Exchange(ref missed, false) ? new TopicsChanged(null) : changed;
            }
        }
        finally
        {
            subscribers.TryRemove(id, out _);
        }

        async Task<bool> More()
        {
            try
            {
                return await channel.Reader.WaitToReadAsync(either.Token);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return false;
            }
        }
    }

    void Write(TopicsChanged changed)
    {
        foreach (var (_, subscriber) in subscribers)
            subscriber.TryWrite(changed);
    }
}
