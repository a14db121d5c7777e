using Logistics.EventLog;
using Logistics.EventLog.Transport;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Configuration;
using Logistics.Hosting.Health;
using MassTransit;
using MassTransit.RabbitMqTransport;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Logistics.Hosting.Brokers;

/// <summary>Connects relays, feeds and replays through RabbitMQ or, without a broker, inside the process.</summary>
static class Broker
{
    /// <summary>Number of segments that the broker sends ahead. They are still applied one at a time.</summary>
    const int Prefetch = 8;

    public static void AddBroker(this WebApplicationBuilder builder, Settings settings, IReadOnlyList<ServiceDefinition> services)
    {
        // Registered before the relays so that it stops after them.
        builder.Services.Configure<MassTransitHostOptions>(options => options.WaitUntilStarted = false);
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.ConfigureHealthCheckOptions(check => (check.Name, check.MinimalFailureStatus) = (Readiness.Bus, HealthStatus.Degraded));
            if (settings.Broker is null)
                bus.UsingInMemory((context, inMemory) => InMemory(context, inMemory, services));
            else
                bus.UsingRabbitMq((context, rabbit) => RabbitMq(context, rabbit, services, settings.Broker));
        });
        foreach (var service in services)
        {
            builder.Services.AddKeyedSingleton(service.Name, (provider, _) => new Generations(provider.GetRequiredKeyedService<Log>(service.Name), [.. service.Sources]));
            foreach (var source in service.Sources)
            {
                builder.Services.AddKeyedSingleton(Topology.QueueOf(service.Name, source), (provider, _) =>
                    new Feed(provider.GetRequiredKeyedService<Log>(service.Name), source, provider.GetRequiredService<ILogger<Feed>>()));
                if (service.HasGenerations)
                {
                    builder.Services.AddKeyedSingleton(FillingOf(service, source), (provider, _) => new Feed(
                        provider.GetRequiredKeyedService<Log>(service.Name),
                        source,
                        provider.GetRequiredService<ILogger<Feed>>(),
                        provider.GetRequiredKeyedService<Generations>(service.Name)));
                }
            }

            builder.Services.AddSingleton<IHostedService>(provider => new Relay(
                provider.GetRequiredKeyedService<Log>(service.Name),
                provider.GetRequiredService<IBus>(),
                provider.GetRequiredService<ILogger<Relay>>()));
        }

        builder.Services.AddSingleton<BrokerLink>();
        if (settings.Broker is not null)
        {
            builder.Services.AddSingleton<IHostedService>(provider => new RenewLink(
                provider.GetRequiredService<BrokerLink>(),
                [.. services.Select(service => provider.GetRequiredKeyedService<Log>(service.Name))],
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<RenewLink>>()));
        }
    }

    static void InMemory(IBusRegistrationContext context, IInMemoryBusFactoryConfigurator bus, IReadOnlyList<ServiceDefinition> services)
    {
        foreach (var service in services)
        {
            bus.ReceiveEndpoint(Topology.ReplayOf(service.Name), endpoint =>
            {
                foreach (var follower in services.Where(other => other.Sources.Contains(service.Name, StringComparer.Ordinal)))
                    endpoint.Bind(Topology.AsksOf(follower.Name, service.Name));
                Replay(context, service, endpoint);
            });
            foreach (var source in service.Sources)
            {
                bus.ReceiveEndpoint(Topology.QueueOf(service.Name, source), endpoint =>
                {
                    endpoint.Bind(Topology.LogOf(source));
                    endpoint.Bind(Topology.AnswersOf(source, service.Name));
                    Follow(context, service, source, endpoint);
                });
            }
        }
    }

    static void RabbitMq(IBusRegistrationContext context, IRabbitMqBusFactoryConfigurator bus, IReadOnlyList<ServiceDefinition> services, BrokerAddress broker)
    {
        var link = context.GetRequiredService<BrokerLink>();
        bus.Host(broker.Uri, host => host.OnRefreshConnectionFactory = factory =>
        {
            broker.Configure(factory);
            return Task.CompletedTask;
        });
        foreach (var service in services)
        {
            bus.ReceiveEndpoint(Topology.ReplayOf(service.Name), endpoint =>
            {
                Listen(endpoint, channel => channel.UseExecute(opened => link.Watch(opened.ConnectionContext.Connection)));
                Replay(context, service, endpoint);
            });
            foreach (var source in service.Sources)
            {
                bus.ReceiveEndpoint(Topology.QueueOf(service.Name, source), endpoint =>
                {
                    endpoint.SingleActiveConsumer = true;
                    Listen(endpoint, channel => channel.UseExecuteAsync(opened => Bindings.Bind(opened, service.Name, source)));
                    Follow(context, service, source, endpoint);
                });
            }
        }
    }

    static void Listen(IRabbitMqReceiveEndpointConfigurator endpoint, Action<IPipeConfigurator<ChannelContext>> opened)
    {
        endpoint.SetQuorumQueue();
        endpoint.ConfigureChannel(channel =>
        {
            channel.UseFilter(new Reattach());
            opened(channel);
        });
    }

    static void Replay(IBusRegistrationContext context, ServiceDefinition service, IReceiveEndpointConfigurator endpoint)
    {
        // The bus's own context does not resolve keyed services.
        var provider = context.GetRequiredService<IServiceProvider>();
        Plainly(endpoint);
        endpoint.Consumer(() => new ReplayConsumer(
            provider.GetRequiredKeyedService<Log>(service.Name), provider.GetRequiredService<ILogger<Log>>()));
    }

    static void Follow(IBusRegistrationContext context, ServiceDefinition service, string source, IReceiveEndpointConfigurator endpoint)
    {
        var provider = context.GetRequiredService<IServiceProvider>();
        Plainly(endpoint);
        endpoint.PrefetchCount = Prefetch;
        endpoint.ConcurrentMessageLimit = 1;
        endpoint.Consumer(() => new SegmentConsumer(FeedsOf(provider, service, source), provider.GetRequiredService<ILogger<Feed>>()));
    }

    /// <summary>Returns the feed of a source and, if the service has generations, the feed that fills another one.</summary>
    public static IReadOnlyList<Feed> FeedsOf(IServiceProvider provider, ServiceDefinition service, string source)
    {
        var feed = provider.GetRequiredKeyedService<Feed>(Topology.QueueOf(service.Name, source));
        return service.HasGenerations ? [feed, provider.GetRequiredKeyedService<Feed>(FillingOf(service, source))] : [feed];
    }

    static string FillingOf(ServiceDefinition service, string source) => Topology.QueueOf(service.Name, source) + ".filling";

    /// <summary>Disables exchanges per message type and the publication of faults: nobody would consume them.</summary>
    static void Plainly(IReceiveEndpointConfigurator endpoint)
    {
        endpoint.ConfigureConsumeTopology = false;
        endpoint.PublishFaults = false;
    }
}
