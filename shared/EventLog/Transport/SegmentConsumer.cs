using Logistics.EventLog.Events;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace Logistics.EventLog.Transport;

/// <summary>Takes segments from the broker to the feeds of one source, one at a time.</summary>
/// <param name="feeds">The feed, and the one that fills another generation from the same segments, if the service has one.</param>
/// <param name="logger">For what goes wrong.</param>
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
            // Nothing is lost: the position did not move, so the next segment shows a gap and a replay brings this one again.
            logger.LogWarning(error, "The feed of {Source} to {Follower} dropped a segment", feed.Source, feed.Follower);
        }
    }
}
