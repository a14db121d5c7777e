using System.Data.Common;
using Logistics.EventLog;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Logistics.Tracking.Topics;

/// <summary>
/// One of several processes of Tracking applies a log. The others poll the positions while somebody waits or listens there; they cannot
/// know what changed, so they report that anything may have.
/// </summary>
sealed class WatchPositions([FromKeyedServices("tracking")] Log log, Subscriptions subscriptions, ILogger<WatchPositions> logger) : BackgroundService
{
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, log.Clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (!log.Positions.AreAwaited && !subscriptions.Any)
                continue;
            try
            {
                if (log.Positions.Look())
                    subscriptions.TellAnything();
            }
            catch (DbException error)
            {
                logger.LogWarning(error, "The positions of tracking could not be read");
            }
        }
    }
}
