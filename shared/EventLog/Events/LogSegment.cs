namespace Logistics.EventLog.Events;

/// <summary>
/// Consecutive events of one log, sent to its followers. A segment without events only states where the log ends, which shows a
/// follower that it has missed events.
/// </summary>
public sealed record LogSegment
{
    public const int MaxEvents = 500;

    /// <summary>Total size of bodies in bytes at which a segment is full.</summary>
    public const int MaxBytes = 256 * 1024;

    public required string Source { get; init; }

    /// <summary>Sequence number of the first event, or of the next event if the segment has no events.</summary>
    public required long First { get; init; }

    /// <summary>Hash of the chain before the first event.</summary>
    public required byte[] PreviousHash { get; init; }

    /// <summary>Bodies exactly as stored in the log; the hash covers these bytes.</summary>
    public required IReadOnlyList<byte[]> Events { get; init; }

    /// <summary>Set on the last segment of a replay that ended before the log did: the follower requests the next replay.</summary>
    public bool More { get; init; }

    public long Last => First + Events.Count - 1;
}

/// <summary>Asks the owner of a log for the events after the follower's position.</summary>
public sealed record ReplayRequest
{
    /// <summary>Maximum number of segments sent for one request, so that a follower cannot flood the broker.</summary>
    public const int Window = 32;

    public required string Follower { get; init; }

    public required long After { get; init; }
}
