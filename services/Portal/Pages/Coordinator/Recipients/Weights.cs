namespace Logistics.Portal.Pages.Coordinator.Recipients;

/// <summary>Recipients and the figures to share by, as Distribution tells them.</summary>
public sealed record Weights(IReadOnlyList<Weights.Indicator> Indicators, IReadOnlyList<Weights.Recipient> Recipients)
{
    public static Weights Empty { get; } = new([], []);

    public sealed record Indicator(string Name, int Year, string Source);

    /// <param name="Code">The recipient.</param>
    /// <param name="Weights">By indicator.</param>
    public sealed record Recipient(string Code, IReadOnlyDictionary<string, long> Weights);
}
