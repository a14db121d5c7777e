using System.Diagnostics.Metrics;
using Logistics.EventLog;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Logistics.Portal.Pages.Operations.Brokers;

/// <summary>Counts the messages in the broker's queues every 15 seconds while a collector listens.</summary>
sealed class WatchQueues([FromKeyedServices("portal")] Log log, BrokerQueues broker, ILogger<WatchQueues> logger) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    IReadOnlyList<BrokerQueues.Queue> queues = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!broker.HasBroker)
            return;
        Instrument[] gauges =
        [
            log.Measures.Gauge("logistics.broker.messages", "{message}", "Messages that wait in a queue of the broker.", () => Measure(dead: false)),
            log.Measures.Gauge("logistics.broker.dead_letters", "{message}", "Messages that no service could read.", () => Measure(dead: true)),
        ];
        using var pace = new PeriodicTimer(Pause, log.Clock);
        do
        {
            try
            {
                queues = Array.Exists(gauges, gauge => gauge.Enabled) ? await broker.List(stoppingToken) : [];
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                // Outdated figures would suggest that all is well. The portal works without the broker.
                queues = [];
                logger.LogDebug(error, "The queues of the broker could not be looked at");
            }
        }
        while (await pace.WaitForNextTickAsync(stoppingToken));
    }

    IEnumerable<Measurement<long>> Measure(bool dead) => queues
        .Where(queue => queue.IsDead == dead)
        .Select(queue => new Measurement<long>(queue.Messages, new KeyValuePair<string, object?>("queue", queue.Name)));
}
