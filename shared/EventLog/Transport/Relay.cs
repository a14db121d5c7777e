using System.Data.Common;
using Logistics.EventLog.Events;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Logistics.EventLog.Transport;

/// <summary>
/// Publishes the log in segments as it grows: each event immediately when traffic is low, in larger segments when it is high. It stores no
/// cursor: it starts at the end of the log and announces that position once a second, so followers request what they missed. One process
/// of a service does this; the others announce the end of the log after they advance it.
/// </summary>
public sealed class Relay(Log log, IBus bus, ILogger<Relay> logger) : BackgroundService
{
    /// <summary>Renews the lease early enough that one late and one failed renewal do not lose it.</summary>
    static readonly TimeSpan Renewal = Lease.Term / 3;

    static readonly TimeSpan Pulse = TimeSpan.FromSeconds(1);
    static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    readonly Lease lease = LeaseOf(log);
    readonly Uri exchange = new($"exchange:{Topology.LogOf(log.Source)}?type=fanout");

    /// <summary>The lease held by the relaying process. While it is free, no process of the service is running.</summary>
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
                    // A send that timed out may still arrive, so it is not repeated: followers see where the log ends and request the rest.
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
                    // Another process publishes now, so this one has no backlog.
                    log.Measures.Relayed(cursor);
                }

                // Another process of this service may have advanced the log further than this one knows.
                if (log.Head <= cursor)
                    await Task.WhenAny(moved, Task.Delay(Pulse, log.Clock, stoppingToken));
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                logger.LogWarning(error, "The relay of {Source} could not publish after {Cursor}; retrying", log.Source, cursor);
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
            logger.LogWarning(error, "The relay of {Source} stopped without releasing its lease; another process takes over when the lease expires", log.Source);
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
