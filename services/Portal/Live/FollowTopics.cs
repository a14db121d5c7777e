using Logistics.Client;
using Logistics.Client.Tracking;
using Logistics.Hosting.Access;
using Logistics.Portal.Upstream;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Logistics.Portal.Live;

/// <summary>
/// Listens to all changes in Tracking once for all viewers, and tells the open pages. After an interruption all pages
/// refresh.
/// </summary>
sealed class FollowTopics(IHttpClientFactory http, ServiceAddresses addresses, Tokens tokens, Changes changes, IHostApplicationLifetime program, TimeProvider clock, ILogger<FollowTopics> logger)
    : BackgroundService
{
    static readonly TimeSpan TokenLifetime = TimeSpan.FromMinutes(5);
    static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    /// <summary>The portal itself, with the permissions of an auditor.</summary>
    static readonly Caller Portal = new("portal", Role.Auditor, "portal");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Before that, this process has no address.
        await Started(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var tracking = new TrackingClient(new ServiceCalls(
                    http.CreateClient(nameof(ServiceCalls)), new CallContext { AddressOf = addresses.Of, Bearer = () => tokens.Sign(Portal, TokenLifetime) }));
                await foreach (var changed in tracking.StreamTopics(stoppingToken))
                {
                    if (changed.Topics is { } topics)
                        changes.Tell(topics);
                    else
                        changes.TellAll();
                }
            }
            catch (Exception error) when (error is HttpRequestException or IOException && !stoppingToken.IsCancellationRequested)
            {
                logger.LogInformation(error, "The topics of tracking cannot be heard; the portal goes on trying");
            }

            await Task.Delay(RetryAfter, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task Started(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = program.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
