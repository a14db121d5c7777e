using Logistics.Contracts.Intake;
using Logistics.Distribution;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Intake;
using Logistics.Portal.Users.Records;
using Logistics.Shipment;
using Logistics.Testing;
using Logistics.Tracking;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Logistics.Portal.Tests.Pages;

/// <summary>The portal with the services behind it, and people who are signed in there.</summary>
public sealed class FourServices : IAsyncLifetime
{
    /// <summary>A donation of this donor cannot be applied by Tracking.</summary>
    public const string Trouble = "Trouble <b>";

    const string Password = "correct horse battery";

    readonly TemporaryFolder folder = new();
    RunningHost? host;
    int people;

    public RunningHost Host => host!;

    public async ValueTask InitializeAsync() => host = await Start(folder, null);

    public static Task<RunningHost> Start(TemporaryFolder folder, RabbitNode? broker)
    {
        ServiceDefinition[] services = [IntakeSlices.Define(), ShipmentSlices.Define(), DistributionSlices.Define(), Tracking(), Portal()];
        return broker is null ? RunningHost.StartOn(folder, services) : RunningHost.StartOn(folder, broker, services);
    }

    /// <summary>Somebody of a role, in English; the account is «role-number».</summary>
    public Task<AtWork> SignIn(Role role) => SignIn(Host, role, $"{role}-{Interlocked.Increment(ref people)}".ToLowerInvariant());

    public static async Task<AtWork> SignIn(RunningHost host, Role role, string account)
    {
        new GivenUser(account, $"{account}@example.jp", $"Name of {account}", role, role == Role.Association ? "13" : "", "en").Make(host.Services, Password);
        return new AtWork(await SignedIn.As($"{account}@example.jp", Password, host.Address));
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        folder.Dispose();
    }

    static ServiceDefinition Tracking() => TrackingSlices.Define()
        .When<DonationRegistered>("intake", (registered, _) =>
        {
            if (registered.Event.Donor == Trouble)
                throw new InvalidOperationException("It <b>cannot</b> be applied.");
        });

    static ServiceDefinition Portal() => PortalSlices.Define()
        .Extend((builder, _) => builder.Services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1000), _ => { });
}
