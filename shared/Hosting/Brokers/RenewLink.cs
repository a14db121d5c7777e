using Logistics.EventLog;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Logistics.Hosting.Brokers;

/// <summary>
/// Replaces a connection on which the broker accepts nothing with a new one, possibly to another node. After a node of its cluster has died, a broker
/// may refuse on an old channel what it accepts on a new one.
/// </summary>
sealed class RenewLink(BrokerLink link, IReadOnlyList<Log> logs, TimeProvider clock, ILogger<RenewLink> logger) : BackgroundService
{
    /// <summary>Exceeds the time for which a node may be silent before its connection is closed anyway.</summary>
    static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(25);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        while (await pace.WaitForNextTickAsync(stoppingToken))
        {
            if (link is not { Connection: { IsOpen: true } connection, Blocked: null }
                || clock.GetUtcNow() - link.Since < MaxWait
                || logs.All(log => log.Measures.RelayWaits < MaxWait))
                continue;
            logger.LogWarning("The broker accepts no messages from this program; reconnecting");
            try
            {
                await connection.CloseAsync(RabbitMQ.Client.Constants.ReplySuccess, "Takes nothing", TimeSpan.FromSeconds(1), abort: true, stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogDebug(error, "The old connection did not close by itself");
            }
        }
    }
}
