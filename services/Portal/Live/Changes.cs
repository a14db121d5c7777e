using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Logistics.Portal.Live;

/// <summary>Tells open pages which topics changed, never their content: the pages request it with their own permissions.</summary>
public sealed class Changes
{
    readonly ConcurrentDictionary<Guid, (IReadOnlySet<string> Topics, ChannelWriter<string> To)> listeners = new();

    public bool AreListenedTo => !listeners.IsEmpty;

    public void Tell(IReadOnlyCollection<string> topics)
    {
        foreach (var (_, listener) in listeners)
        {
            if (topics.FirstOrDefault(listener.Topics.Contains) is { } topic)
                listener.To.TryWrite(topic);
        }
    }

    /// <summary>Tells every page that something may have changed.</summary>
    public void TellAll()
    {
        foreach (var (_, listener) in listeners)
            listener.To.TryWrite(listener.Topics.First());
    }

    /// <summary>Returns topics as they change until the listener disconnects. Changes not yet read are combined.</summary>
    public async IAsyncEnumerable<string> Listen(IReadOnlySet<string> topics, [EnumeratorCancellation] CancellationToken gone)
    {
        var channel = Channel.CreateBounded<string>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        var id = Guid.NewGuid();
        listeners[id] = (topics, channel.Writer);
        try
        {
            await foreach (var topic in channel.Reader.ReadAllAsync(gone))
                yield return topic;
        }
        finally
        {
            listeners.TryRemove(id, out _);
        }
    }
}
