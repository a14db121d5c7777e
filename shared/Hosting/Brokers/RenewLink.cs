using Logistics.EventLog;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Logistics.Hosting.Brokers;

/// <summary>
/// Gives up a connection by which the broker takes nothing, for a new one and perhaps another node. After a node of its cluster died, a broker
/// may refuse on an old channel what it takes on a new one.
/// </summary>
sealed class RenewLink(BrokerLink link, IReadOnlyList<Log> logs, TimeProvider clock, ILogger<RenewLink> logger) : BackgroundService
{
    /// <summary>Longer than a node may be silent before its connection is given up anyway.</summary>
    static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(25);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        while (await pace.WaitForNextTickAsync(stoppingToken))
        {
            if (link is not { Connection: { IsOpen: true } connection, Blocked: null }
                || clock.GetUtcNow() - link.Since < LongestWait
                || logs.All(log => log.Measures.RelayWaits < LongestWait))
                continue;
            logger.LogWarning("The broker takes nothing of this program; it connects anew");
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
