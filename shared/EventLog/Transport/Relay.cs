using System.Data.Common;
using Logistics.EventLog.Events;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Logistics.EventLog.Transport;

/// <summary>
/// Publishes the log in segments as it grows: each event at once while it is quiet, by themselves larger while it is busy. It keeps no
/// cursor: it starts at the end of the log and says once a second where that is, so followers ask for what they did not get. Of several
/// processes of a service one does this; the others say where the log ends when they have moved it.
/// </summary>
public sealed class Relay(Log log, IBus bus, ILogger<Relay> logger) : BackgroundService
{
    /// <summary>A lease outlives a renewal that is late and one that fails.</summary>
    static readonly TimeSpan Renewal = Lease.Term / 3;

    static readonly TimeSpan Pulse = TimeSpan.FromSeconds(1);
    static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    readonly Lease lease = LeaseOf(log);
    readonly Uri exchange = new($"exchange:{Topology.LogOf(log.Source)}?type=fanout");

    /// <summary>Held by the process that relays, so while it can be taken no process of the service runs.</summary>
    public static Lease LeaseOf(Log log) => new(log, "relay");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var cursor = log.Head;
        var leads = false;
        var sure = true;
        var renewAt = DateTimeOffset.MinValue;
        log.Measures.Relayed(cursor);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var led = leads;
                if (log.Clock.GetUtcNow() >= renewAt)
                {
                    leads = await lease.Take();
                    renewAt = log.Clock.GetUtcNow() + Renewal;
                }

                var moved = log.Moved;
                if (leads || log.Head > cursor)
                {
                    // What was given up may still arrive, so it is not sent again: followers that see where the log ends ask for the rest.
                    var segment = leads && led && sure ? await log.ReadSegment(cursor) : await log.ReadEnd();
                    log.Measures.Relaying();
                    var endpoint = await bus.GetSendEndpoint(exchange);
                    sure = false;
                    using (Tracing.Publish(segment))
                        await Delivery.Send(endpoint, segment, send => Expire(send, segment), stoppingToken);
                    sure = true;
                    cursor = segment.Last;
                    log.Measures.Relayed(cursor);
                }
                else
                {
                    // Another sends now, so nothing waits here.
                    log.Measures.Relayed(cursor);
                }

                // Another process of this service may be ahead of what this one knows.
                if (log.Head <= cursor)
                    await Task.WhenAny(moved, Task.Delay(Pulse, log.Clock, stoppingToken));
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                logger.LogWarning(error, "The relay of {Source} could not publish after {Cursor}; it goes on trying", log.Source, cursor);
                await Task.Delay(RetryAfter, log.Clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await lease.Release();
        }
        catch (DbException error)
        {
            logger.LogWarning(error, "The relay of {Source} stopped without a word; another takes over when its lease is over", log.Source);
        }
    }

    static void Expire(SendContext<LogSegment> send, LogSegment segment)
    {
        if (segment.Events.Count > 0)
            return;
        send.Durable = false;
        send.TimeToLive = Pulse * 2;
    }
}
