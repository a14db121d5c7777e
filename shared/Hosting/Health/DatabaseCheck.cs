using Dapper;
using Logistics.EventLog;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Logistics.Hosting.Health;

/// <summary>Whether the database answers. Nothing of a service works without it.</summary>
sealed class DatabaseCheck(Log log) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var head = await Question.Ask(log, connection => connection.ExecuteScalar<long>("select seq from log_head"), cancellationToken);
        return HealthCheckResult.Healthy(data: new Dictionary<string, object>(StringComparer.Ordinal) { ["head"] = head });
    }
}
