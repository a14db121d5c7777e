using Logistics.EventLog.Events;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace Logistics.EventLog.Transport;

/// <summary>Passes segments from the broker to the feeds of one source, one at a time.</summary>
/// <param name="feeds">The feed and, if the service has generations, the feed that fills another one from the same segments.</param>
/// <param name="logger">Receives failures.</param>
public sealed class SegmentConsumer(IReadOnlyList<Feed> feeds, ILogger<Feed> logger) : IConsumer<LogSegment>
{
    public async Task Consume(ConsumeContext<LogSegment> context)
    {
        foreach (var feed in feeds)
            await Hand(context, feed);
    }

    async Task Hand(ConsumeContext<LogSegment> context, Feed feed)
    {
        try
        {
            if (await feed.Receive(context.Message) is not { } after)
                return;
            var owner = await context.GetSendEndpoint(new Uri($"exchange:{Topology.AsksOf(feed.Follower, feed.Source)}"));
            await Delivery.Send(owner, new ReplayRequest { Follower = feed.Follower, After = after }, CancellationToken.None);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // Nothing is lost: the position has not moved, so the next segment reveals a gap and a replay brings this one again.
            logger.LogWarning(error, "The feed of {Source} to {Follower} dropped a segment", feed.Source, feed.Follower);
        }
    }
}
