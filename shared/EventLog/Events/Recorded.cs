namespace Logistics.EventLog.Events;

/// <summary>The metadata that the log keeps with an event.</summary>
public record Recorded
{
    /// <summary>The service that wrote the event.</summary>
    public required string Source { get; init; }

    /// <summary>Sequence number in the log of that service: 1, 2, 3… without gaps, in commit order.</summary>
    public required long Seq { get; init; }

    public required string Type { get; init; }

    /// <summary>For example <c>donation/D-2020-0001</c>.</summary>
    public required string Stream { get; init; }

    /// <summary>Id of the account that issued the command, never a name.</summary>
    public required string Actor { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>W3C trace context of the command, if it had one.</summary>
    public string? TraceParent { get; init; }
}

/// <summary>An event as stored in the log.</summary>
public sealed record Recorded<T> : Recorded
{
    public required T Event { get; init; }
}
