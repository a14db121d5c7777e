using Logistics.EventLog;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Logistics.Hosting.Health;

/// <summary>Checks whether the broker accepts what the relay sends.</summary>
sealed class RelayCheck(Log log) : IHealthCheck
{
    static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(10);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var waits = log.Measures.RelayWaits;
        var data = new Dictionary<string, object>(StringComparer.Ordinal) { ["behind"] = log.Measures.RelayBehind, ["waitSeconds"] = (long)waits.TotalSeconds };
        return Task.FromResult(waits < MaxWait ? HealthCheckResult.Healthy(data: data) : HealthCheckResult.Degraded(data: data));
    }
}
