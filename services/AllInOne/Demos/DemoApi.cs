using System.Collections.Concurrent;
using Logistics.Client;
using Logistics.Client.Distribution;
using Logistics.Client.Intake;
using Logistics.Client.Portal;
using Logistics.Client.Shipment;
using Logistics.Client.Tracking;
using Logistics.Hosting.Access;
using Microsoft.Extensions.DependencyInjection;

namespace Logistics.AllInOne.Demos;

/// <summary>
/// Calls the public HTTP API as the people of the demo. Every command has a key of its own that is the same in every run, so a step that is
/// played again changes nothing. A service that is away is called again for some four minutes.
/// </summary>
sealed class DemoApi : IDisposable
{
    public static readonly IReadOnlyList<string> Services = ["intake", "shipment", "distribution", "tracking", "portal"];

    static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(20);

    readonly ConcurrentDictionary<string, long> positions = new(StringComparer.Ordinal);
    readonly IReadOnlyDictionary<string, Uri> addresses;
    readonly Tokens tokens;
    readonly ServiceProvider provider;

    /// <param name="addresses">Where each of <see cref="Services"/> is.</param>
    /// <param name="tokens">Signs the tokens of the people.</param>
    public DemoApi(IReadOnlyDictionary<string, Uri> addresses, Tokens tokens)
    {
        (this.addresses, this.tokens) = (addresses, tokens);
        var services = new ServiceCollection();
        services.AddServiceCalls(retries: 120, delay: TimeSpan.FromMilliseconds(250));
        provider = services.BuildServiceProvider();
        Foundation = new IntakeClient(As("demo-foundation", Role.Foundation));
        var (coordinator, second) = (As("demo-coordinator", Role.Coordinator), As("demo-second-coordinator", Role.Coordinator));
        (Shipment, SecondAtShipment) = (new ShipmentClient(coordinator), new ShipmentClient(second));
        (Distribution, SecondAtDistribution) = (new DistributionClient(coordinator), new DistributionClient(second));
        Tracking = new TrackingClient(coordinator);
        Portal = new PortalClient(coordinator);
    }

    /// <summary>The staff of the foundation.</summary>
    public IntakeClient Foundation { get; }

    /// <summary>The coordinator who does the work.</summary>
    public ShipmentClient Shipment { get; }

    /// <summary>The coordinator who confirms it.</summary>
    public ShipmentClient SecondAtShipment { get; }

    /// <inheritdoc cref="Shipment"/>
    public DistributionClient Distribution { get; }

    /// <inheritdoc cref="SecondAtShipment"/>
    public DistributionClient SecondAtDistribution { get; }

    TrackingClient Tracking { get; }

    PortalClient Portal { get; }

    /// <summary>The office of an association.</summary>
    public DistributionClient Association(string prefecture) => new(As($"demo-association-{prefecture}", Role.Association, prefecture));

    /// <summary>Waits until all that was commanded so far has reached a service.</summary>
    /// <exception cref="InvalidOperationException">The service cannot apply an event.</exception>
    public async Task Reach(string service, CancellationToken cancel)
    {
        ServiceClient client = service switch { "shipment" => Shipment, "distribution" => Distribution, "portal" => Portal, _ => Tracking };
        foreach (var (source, seq) in positions.Where(position => position.Key != service))
        {
            while (true)
            {
                cancel.ThrowIfCancellationRequested();
                var feed = (await client.ListFeeds(cancel)).Expect().FirstOrDefault(feed => feed.Source == source);
                if (feed is null || feed.Position >= seq)
                    break;
                if (feed.Stall is { } stall)
                    throw new InvalidOperationException($"The feed of {source} to {service} is stalled at event {stall.Seq}, {stall.Type}: {stall.Error}");
                await Task.Delay(Pace, cancel);
            }
        }
    }

    public async Task<BalanceSheet> Balances(CancellationToken cancel)
    {
        await Reach("tracking", cancel);
        return new BalanceSheet((await Tracking.GetBalances(new GetBalancesQuery(), cancel)).Expect());
    }

    public void Dispose() => provider.Dispose();

    ServiceCalls As(string who, Role role, string organisation = "demo") => ActivatorUtilities.CreateInstance<ServiceCalls>(
        provider,
        provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(ServiceCalls)),
        new CallContext
        {
            AddressOf = service => addresses[service],
            Bearer = () => tokens.Sign(new Caller(who, role, organisation), TimeSpan.FromMinutes(10)),
            AwaitEffect = (position, _) =>
            {
                positions.AddOrUpdate(position.Source, position.Seq, (_, known) => Math.Max(known, position.Seq));
                return Task.FromResult(true);
            },
        });
}
