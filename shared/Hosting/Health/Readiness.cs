using System.Text.Json;
using System.Text.Json.Nodes;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.EventLog.Transport;
using Logistics.Hosting.Brokers;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Logistics.Hosting.Health;

/// <summary>
/// Health of the program. It is ready while it can write to its databases: without the broker it keeps accepting commands, but other services
/// see them late, which is «degraded».
/// </summary>
static class Readiness
{
    /// <summary>Name of MassTransit's own check.</summary>
    public const string Bus = "bus";

    /// <summary>A check that takes longer fails.</summary>
    static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    public static void AddReadiness(this IServiceCollection services, Settings settings, IReadOnlyList<ServiceDefinition> definitions)
    {
        var checks = services.AddHealthChecks();
        foreach (var service in definitions)
        {
            Add($"{service.Name}.database", HealthStatus.Unhealthy, (_, log) => new DatabaseCheck(log));
            Add($"{service.Name}.relay", HealthStatus.Degraded, (_, log) => new RelayCheck(log));
            Add($"{service.Name}.feeds", HealthStatus.Degraded, (provider, log) => new FeedsCheck(
                log, [.. service.Sources.Select(source => provider.GetRequiredKeyedService<Feed>(Topology.QueueOf(service.Name, source)))]));
            if (settings.Broker is not null)
                Add($"{service.Name}.queues", HealthStatus.Degraded, (provider, _) => new QueuesCheck(provider.GetRequiredService<BrokerLink>(), service));

            void Add(string name, HealthStatus failure, Func<IServiceProvider, Log, IHealthCheck> make) => checks.Add(
                new HealthCheckRegistration(name, provider => make(provider, provider.GetRequiredKeyedService<Log>(service.Name)), failure, null, Timeout));
        }
    }

    public static void MapReadiness(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks(HealthProbe.Ready, new HealthCheckOptions { ResponseWriter = Write });
        routes.MapGet(HealthProbe.Live, () => Results.Ok()).ExcludeFromDescription();
    }

    /// <summary>Writes figures and queue names, but no addresses or error messages; those are in the program's log.</summary>
    static Task Write(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new JsonObject
        {
            ["status"] = Word(report.Status),
            ["checks"] = new JsonObject(report.Entries.Select(entry => KeyValuePair.Create<string, JsonNode?>(entry.Key, Describe(entry.Key, entry.Value)))),
        });

    static JsonObject Describe(string name, HealthReportEntry entry)
    {
        var described = new JsonObject { ["status"] = Word(entry.Status) };
        if (name == Bus)
            return described;
        foreach (var (key, value) in entry.Data)
            described[key] = JsonSerializer.SerializeToNode(value, EventBody.Json);
        return described;
    }

    static string Word(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "healthy",
        HealthStatus.Degraded => "degraded",
        HealthStatus.Unhealthy => "unhealthy",
    };
}
