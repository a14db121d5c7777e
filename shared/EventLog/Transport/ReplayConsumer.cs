using Logistics.EventLog.Events;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace Logistics.EventLog.Transport;

/// <summary>Answers a follower that missed events with a replay from the log, sent to that follower only.</summary>
public sealed class ReplayConsumer(Log log, ILogger<Log> logger) : IConsumer<ReplayRequest>
{
    public async Task Consume(ConsumeContext<ReplayRequest> context)
    {
        try
        {
            var follower = await context.GetSendEndpoint(new Uri($"exchange:{Topology.AnswersOf(log.Source, context.Message.Follower)}"));
            var after = context.Message.After;
            for (var sent = 1; sent <= ReplayRequest.Window; sent++)
            {
                var segment = await log.ReadSegment(after);
                if (segment.Events.Count == 0)
                    return;
                after = segment.Last;
                await Delivery.Send(follower, segment with { More = sent == ReplayRequest.Window }, CancellationToken.None);
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // The follower will ask again.
            logger.LogWarning(error, "A replay of {Source} to {Follower} was not answered", log.Source, context.Message.Follower);
        }
    }
}
