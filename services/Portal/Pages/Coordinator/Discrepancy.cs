namespace Logistics.Portal.Pages.Coordinator;

/// <summary>What a receipt of an association found wrong.</summary>
public sealed record Discrepancy
{
    public required string Number { get; init; }

    public required string Receipt { get; init; }

    public required string Parcel { get; init; }

    public required string Recipient { get; init; }

    public required int Line { get; init; }

    /// <summary>shortage, damage or unfit.</summary>
    public required string Kind { get; init; }

    /// <summary>open, settled or void.</summary>
    public required string State { get; init; }

    public required string Product { get; init; }

    public required long Pieces { get; init; }

    public required long Unsettled { get; init; }

    public required string Reason { get; init; }

    public IReadOnlyList<DiscrepancyResolution> Resolutions { get; init; } = [];

    public string Address => $"/coordinator/discrepancies/{Number}?parcel={Parcel}";
}

public sealed record DiscrepancyResolution
{
    public required string Resolution { get; init; }

    public required long Pieces { get; init; }

    public required string Reason { get; init; }

    public required string ResolvedBy { get; init; }

    public required DateTimeOffset ResolvedAt { get; init; }
}
