namespace Logistics.Client.Tracking;

/// <param name="Logs">The logs that Tracking follows, and how far it has applied each.</param>
public sealed record GetPositionsAnswer(IReadOnlyList<LogPosition> Logs);

public static partial class TrackingRoutes
{
    public static readonly QueryRoute<NoQuery, GetPositionsAnswer> GetPositions = new(Service, "/positions");
}

public sealed partial class TrackingClient
{
    /// <summary>
    /// Waits until Tracking has applied a log up to a position, at most two seconds. <see cref="Reply{T}.Behind"/> of the answer names the log if it
    /// has not.
    /// </summary>
    public Task<Reply<GetPositionsAnswer>> Reach(LogPosition position, CancellationToken cancel = default) =>
        Calls.Ask(TrackingRoutes.GetPositions, TrackingRoutes.GetPositions.At(), new NoQuery(), [position], cancel);
}
