namespace Logistics.EventLog.Events;

/// <summary>
/// Consecutive events of one log on their way to its followers. One without events only says how far the log is: a follower that
/// missed something sees it by this.
/// </summary>
public sealed record LogSegment
{
    public const int MaxEvents = 500;

    /// <summary>Bytes of bodies after which no further event is added.</summary>
    public const int MaxBytes = 256 * 1024;

    public required string Source { get; init; }

    /// <summary>Sequence number of the first event, or of the next to come where there is none.</summary>
    public required long First { get; init; }

    /// <summary>The chain's hash before the first event.</summary>
    public required byte[] PreviousHash { get; init; }

    /// <summary>Bodies as they stand in the log, byte for byte, because the hash is over them.</summary>
    public required IReadOnlyList<byte[]> Events { get; init; }

    /// <summary>The last segment of a replay that stopped before the end of the log: the follower asks for the next.</summary>
    public bool More { get; init; }

    public long Last => First + Events.Count - 1;
}

/// <summary>A follower asks the owner of a log for what comes after its position.</summary>
public sealed record ReplayRequest
{
    /// <summary>Segments that one request brings at most, so that no follower floods the broker.</summary>
    public const int Window = 32;

    public required string Follower { get; init; }

    public required long After { get; init; }
}
