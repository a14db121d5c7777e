using Dapper;
using Logistics.EventLog;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Logistics.Hosting.Health;

/// <summary>Checks whether the database answers. Without it a service cannot work at all.</summary>
sealed class DatabaseCheck(Log log) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var head = await Question.Ask(log, connection => connection.ExecuteScalar<long>("select seq from log_head"), cancellationToken);
        return HealthCheckResult.Healthy(data: new Dictionary<string, object>(StringComparer.Ordinal) { ["head"] = head });
    }
}
