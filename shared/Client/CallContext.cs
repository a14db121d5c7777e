namespace Logistics.Client;

/// <summary>How far a log is known to have come.</summary>
/// <param name="Source">The service that owns the log.</param>
/// <param name="Seq">Sequence number of its last event.</param>
public readonly record struct LogPosition(string Source, long Seq);

/// <summary>Where the services are, who calls them, and in which language they answer.</summary>
public sealed class CallContext
{
    /// <summary>Returns the address of a service by its name.</summary>
    public required Func<string, Uri> AddressOf { get; init; }

    /// <summary>Returns the caller's token; null calls without one, as the public does.</summary>
    public Func<string?> Bearer { get; init; } = () => null;

    /// <summary>Tag of the language of problems, for example <c>ja</c>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Detail of the problem <see cref="Problem.Unreachable"/>, in that language.</summary>
    public string UnreachableText { get; init; } = "The service cannot be reached. Try again in a moment.";

    /// <summary>Waits until readers see what was written up to a position; returns false if that takes too long. Null does not wait.</summary>
    public Func<LogPosition, CancellationToken, Task<bool>>? AwaitEffect { get; init; }
}
