namespace Logistics.Portal.Pages.Coordinator.Receipts;

/// <summary>What a receipt of an association found wrong, with its end as far as it is known.</summary>
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

    public required string Size { get; init; }

    public required string Lot { get; init; }

    public required long Pieces { get; init; }

    public required long Unsettled { get; init; }

    public required string Reason { get; init; }

    /// <summary>Hashes of its pictures.</summary>
    public IReadOnlyList<string> Photos { get; init; } = [];

    public IReadOnlyList<DiscrepancyResolution> Resolutions { get; init; } = [];

    /// <summary>Only what is missing can be given up, only what is there destroyed; everything can turn out good.</summary>
    public IReadOnlyList<string> Ends => Kind == "shortage" ? ["good", "written-off"] : ["good", "destroyed"];

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
