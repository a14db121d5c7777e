using Dapper;
using Logistics.EventLog;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Logistics.Hosting.Health;

/// <summary>Whether a service hears of the logs that it follows, and keeps up with them.</summary>
sealed class FeedsCheck(Log log, IReadOnlyList<Feed> feeds) : IHealthCheck
{
    static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(1);

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

    static bool IsWell(State state) => state.StalledAt is null && !(state.Heard && state.LateSeconds >= LongestDelay.TotalSeconds);

    /// <param name="Source">The service whose log is followed.</param>
    /// <param name="Heard">Whether this process hears of it; of several of a service one does, and what the others say of it is old.</param>
    /// <param name="Behind">Events known of and not applied.</param>
    /// <param name="LateSeconds">For how long that has been so.</param>
    /// <param name="SilentSeconds">Since it was last heard of.</param>
    /// <param name="StalledAt">Sequence number of the event that cannot be applied; null where there is none.</param>
    sealed record State(string Source, bool Heard, long Behind, long LateSeconds, long SilentSeconds, long? StalledAt);
}
