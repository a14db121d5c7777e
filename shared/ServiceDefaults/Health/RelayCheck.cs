using Logistics.EventLog;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Logistics.ServiceDefaults.Health;

/// <summary>Whether the broker takes what the relay publishes, once a second at least.</summary>
sealed class RelayCheck(Log log) : IHealthCheck
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var data = new Dictionary<string, object>(StringComparer.Ordinal);
        var silent = log.Measures.RelaySilent;
        if (silent is not null)
            (data["behind"], data["silentSeconds"]) = (log.Measures.RelayBehind, (long)silent.Value.TotalSeconds);
        return Task.FromResult(silent > Patience ? HealthCheckResult.Degraded(data: data) : HealthCheckResult.Healthy(data: data));
    }
}
