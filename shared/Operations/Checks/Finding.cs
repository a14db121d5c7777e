namespace Logistics.Operations.Checks;

/// <summary>A result of the doctor about one subject.</summary>
/// <param name="Level">Severity; its number is the exit status.</param>
/// <param name="Check">The subject, in a word or two.</param>
/// <param name="Text">The observation and what it means, without secrets.</param>
/// <param name="Remedy">What to do, or null.</param>
sealed record Finding(Level Level, string Check, string Text, string? Remedy = null)
{
    public override string ToString() => $"{Level.ToString().ToLowerInvariant(),-8} {Check}: {Text}" + (Remedy is null ? "" : $"{Environment.NewLine}         → {Remedy}");
}

enum Level
{
    Ok,
    Warning,
    Problem,
}
