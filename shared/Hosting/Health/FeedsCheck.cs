using Dapper;
using Logistics.EventLog;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Logistics.Hosting.Health;

/// <summary>Checks whether a service hears of the logs that it follows and keeps up with them.</summary>
sealed class FeedsCheck(Log log, IReadOnlyList<Feed> feeds) : IHealthCheck
{
    static readonly TimeSpan MaxDelay = TimeSpan.FromMinutes(1);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var stalls = await Question.Ask(
            log,
            connection => connection.Query<(string Source, long Seq)>("select source, seq from stall union all select source, seq from filling_stall")
                .DistinctBy(stall => stall.Source, StringComparer.Ordinal)
                .ToDictionary(stall => stall.Source, stall => stall.Seq, StringComparer.Ordinal),
            cancellationToken);
        var states = feeds.Select(feed => new State(
            feed.Source,
            feed.IsHeard,
            feed.Behind,
            (long)feed.Late.TotalSeconds,
            (long)feed.Silent.TotalSeconds,
            stalls.TryGetValue(feed.Source, out var seq) ? seq : null)).ToList();
        var data = states.ToDictionary(state => state.Source, object (state) => state, StringComparer.Ordinal);
        return states.TrueForAll(IsWell) ? HealthCheckResult.Healthy(data: data) : HealthCheckResult.Degraded(data: data);
    }

    static bool IsWell(State state) => state.StalledAt is null && !(state.Heard && state.LateSeconds >= MaxDelay.TotalSeconds);

    /// <param name="Source">The service whose log is followed.</param>
    /// <param name="Heard">Whether this process hears of it. Of several processes of a service only one does; the others report outdated values.</param>
    /// <param name="Behind">Number of known events that have not been applied.</param>
    /// <param name="LateSeconds">How long the feed has been behind.</param>
    /// <param name="SilentSeconds">Time since the source was last heard of.</param>
    /// <param name="StalledAt">Sequence number of the event that cannot be applied, or null.</param>
    sealed record State(string Source, bool Heard, long Behind, long LateSeconds, long SilentSeconds, long? StalledAt);
}
