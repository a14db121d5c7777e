namespace Logistics.Operations.Checks;

/// <summary>What the doctor found about one thing.</summary>
/// <param name="Level">Its number is the exit status.</param>
/// <param name="Check">What was looked at, in a word or two.</param>
/// <param name="Text">What was seen and what it means. No secrets.</param>
/// <param name="Remedy">What to do; null where nothing is to be done.</param>
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
