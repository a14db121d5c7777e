namespace Logistics.Portal.Pages.Operations.Logs;

/// <summary>What a service says of its own log.</summary>
public sealed record LogState
{
    public required string Source { get; init; }

    /// <summary>The last sequence number.</summary>
    public required long Head { get; init; }

    /// <summary>The end of the hash chain.</summary>
    public required string Hash { get; init; }

    /// <summary>Rows that are there.</summary>
    public required long Events { get; init; }

    public Check? Checking { get; init; }

    public Result? Checked { get; init; }

    /// <summary>Why a check could not be carried to its end.</summary>
    public string? Failure { get; init; }

    /// <summary>A check that is under way.</summary>
    public sealed record Check
    {
        public required string By { get; init; }

        public required DateTimeOffset Since { get; init; }

        public required long Of { get; init; }

        public long Reached { get; init; }
    }

    /// <summary>The last check that ended.</summary>
    public sealed record Result
    {
        public required string By { get; init; }

        public required DateTimeOffset At { get; init; }

        public required long UpTo { get; init; }

        public required long Bytes { get; init; }

        /// <summary>The first event that is missing or was changed.</summary>
        public long? BrokenAt { get; init; }
    }
}
