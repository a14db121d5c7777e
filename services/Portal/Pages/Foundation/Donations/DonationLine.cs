namespace Logistics.Portal.Pages.Foundation.Donations;

/// <summary>A line of a donation as the pages of the foundation show it.</summary>
public sealed record DonationLine
{
    public required int Number { get; init; }

    public required string Product { get; init; }

    public string? Gtin { get; init; }

    public required long Pledged { get; init; }

    /// <summary>Pieces by account without its holder.</summary>
    public required IReadOnlyDictionary<string, long> Accounts { get; init; }

    public long Unpacked => Accounts.GetValueOrDefault("pledged");

    /// <summary>Less than this it cannot be amended to: the rest is packed, or went on, or was cancelled.</summary>
    public long Fewest => Pledged - Unpacked;
}
