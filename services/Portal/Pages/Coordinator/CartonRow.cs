namespace Logistics.Portal.Pages.Coordinator;

/// <summary>A carton of a consignment.</summary>
public sealed record CartonRow
{
    public required string Id { get; init; }

    public required string Donation { get; init; }

    public string? SenderCode { get; init; }

    public required string Flight { get; init; }

    public required long Pieces { get; init; }

    public required string State { get; init; }

    public int? Session { get; init; }

    public string? Condition { get; init; }

    public string? Reason { get; init; }

    public IReadOnlyList<PackedGoods> Goods { get; init; } = [];
}

/// <summary>What is in a carton.</summary>
public sealed record PackedGoods
{
    public required string Product { get; init; }

    public required string Size { get; init; }

    public required string Lot { get; init; }

    public required long Pieces { get; init; }
}
