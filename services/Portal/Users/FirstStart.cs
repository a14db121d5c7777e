using Logistics.Portal.Upstream;
using Logistics.Portal.Users.Records;
using Logistics.Portal.Users.Management;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Logistics.Portal.Users;

/// <summary>Prints a link that creates the first administrator at every start without accounts; the link of the previous start becomes invalid.</summary>
sealed class FirstStart(UserDatabase database, PortalSettings settings, ServiceAddresses addresses, ILogger<FirstStart> logger) : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (Invitations.MakeFirst(database) is { } token)
        {
            logger.LogWarning(
                "There is no account yet. The first person to open this link within 24 hours becomes the first administrator: {Link}",
                new Uri(settings.PublicAddress ?? addresses.Own(), $"/account/first-administrator?token={token}"));
        }

        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
