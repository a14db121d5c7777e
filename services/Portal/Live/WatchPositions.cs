using System.Data.Common;
using Logistics.EventLog;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Logistics.Portal.Live;

/// <summary>
/// Of several processes of the portal one applies what is followed. The others look at the tables for as long as somebody waits for them;
/// what has changed they do not know, so all pages that listen ask again.
/// </summary>
sealed class WatchPositions([FromKeyedServices("portal")] Log log, Positions positions, Changes changes, ILogger<WatchPositions> logger) : BackgroundService
{
    static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var pace = new PeriodicTimer(Pace, log.Clock);
        while (await pace.WaitForNextTickAsync(stoppingToken))
        {
            if (!positions.AreAwaited && !changes.AreListenedTo)
                continue;
            try
            {
                if (positions.Look(log))
                    changes.TellAll();
            }
            catch (DbException error)
            {
                logger.LogWarning(error, "The positions of the portal could not be read");
            }
        }
    }
}
