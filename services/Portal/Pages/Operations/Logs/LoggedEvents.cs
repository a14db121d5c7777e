namespace Logistics.Portal.Pages.Operations.Logs;

/// <summary>Events of a log, the newest first.</summary>
public sealed record LoggedEvents
{
    public required IReadOnlyList<LoggedEvent> Events { get; init; }

    /// <summary>Asks for the next page; null where there is none.</summary>
    public long? Before { get; init; }
}

public sealed record LoggedEvent
{
    /// <summary>The service whose log it is, or <c>accounts</c>.</summary>
    public required string Source { get; init; }

    public required long Seq { get; init; }

    public required string Type { get; init; }

    /// <summary>For example <c>donation/D-2020-0001</c>.</summary>
    public required string Stream { get; init; }

    public required string Actor { get; init; }

    public required DateTimeOffset At { get; init; }

    public string Command { get; init; } = "";

    public string? Reason { get; init; }
}
