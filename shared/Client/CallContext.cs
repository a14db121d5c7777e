using System.Globalization;

namespace Logistics.Client;

/// <summary>How far a log is known to have come.</summary>
/// <param name="Source">The service that owns the log.</param>
/// <param name="Seq">Sequence number of its last event.</param>
public readonly record struct LogPosition(string Source, long Seq)
{
    /// <summary>Name of the header: of a command's answer, the position of its events; of a question, a position that the answer must include.</summary>
    public const string Header = "Log-Position";

    /// <summary>Name of the header of an answer that names the logs that it does not include up to the positions asked for.</summary>
    public const string BehindHeader = "Behind";

    /// <summary>Reads <c>distribution=1234</c>; returns false if the text is no position.</summary>
    public static bool TryParse(string? text, out LogPosition position)
    {
        position = default;
        if (text?.Split('=') is not [{ Length: > 0 } source, var number] || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var seq))
            return false;
        position = new LogPosition(source.Trim(), seq);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Source}={Seq}");
}

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

    /// <summary>Positions that answers to questions must include; a service waits up to two seconds for what it has not applied yet.</summary>
    public IReadOnlyList<LogPosition> AtLeast { get; init; } = [];

    /// <summary>Waits until readers see what was written up to a position; returns false if that takes too long. Null does not wait.</summary>
    public Func<LogPosition, CancellationToken, Task<bool>>? AwaitEffect { get; init; }
}
