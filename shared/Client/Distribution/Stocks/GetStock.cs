using Logistics.Contracts.Codes;

namespace Logistics.Client.Distribution;

/// <summary>Which goods at the hub.</summary>
public sealed record GetStockQuery
{
    public ProductCode? Product { get; init; }

    public string? Size { get; init; }
}

/// <summary>Cartons at the hub.</summary>
/// <param name="Entries">By product, size, lots, last day and pieces in a carton.</param>
/// <param name="MixedCartons">Cartons of several products or sizes, which no plan can share.</param>
/// <param name="Products">What a plan can share, by product and size.</param>
/// <param name="Lines">By donation, line and lot, mixed cartons included.</param>
public sealed record HubStock(
    IReadOnlyList<StockEntry> Entries, IReadOnlyList<MixedCarton> MixedCartons, IReadOnlyList<ProductStock> Products, IReadOnlyList<LineStock> Lines);

/// <summary>Cartons that are alike.</summary>
public sealed record StockEntry
{
    public required ProductCode Product { get; init; }

    /// <summary>Blank if the product has no size.</summary>
    public required string Size { get; init; }

    /// <summary>Lots of each carton, separated by spaces; blank if it has none.</summary>
    public required string Lots { get; init; }

    /// <summary>Last day of the lot that expires first; null if none expires.</summary>
    public DateOnly? LastDay { get; init; }

    public required long PiecesPerCarton { get; init; }

    public required long Cartons { get; init; }

    public required long Pieces { get; init; }

    public required long FreeCartons { get; init; }

    public required long FreePieces { get; init; }

    public required long ReservedCartons { get; init; }

    public required long ReservedPieces { get; init; }
}

/// <summary>A carton of several products or sizes.</summary>
public sealed record MixedCarton
{
    public required CartonId Id { get; init; }

    /// <summary>Separated by spaces; blank if it has none.</summary>
    public required string Lots { get; init; }

    public required long Pieces { get; init; }
}

/// <summary>Stock of a product and size, without mixed cartons.</summary>
public sealed record ProductStock
{
    public required ProductCode Product { get; init; }

    /// <summary>Blank if the product has no size.</summary>
    public required string Size { get; init; }

    public required long FreeCartons { get; init; }

    public required long FreePieces { get; init; }

    public required long ReservedCartons { get; init; }

    public required long ReservedPieces { get; init; }
}

/// <summary>Stock of a lot of a donation's line.</summary>
public sealed record LineStock
{
    public required DonationNumber Donation { get; init; }

    public required int Line { get; init; }

    public required ProductCode Product { get; init; }

    /// <summary>Blank if the product has no size.</summary>
    public required string Size { get; init; }

    /// <summary>Blank if the goods have no lot.</summary>
    public required string Lot { get; init; }

    public Expiry? Expiry { get; init; }

    public required long FreePieces { get; init; }

    public required long ReservedPieces { get; init; }
}

public static partial class DistributionRoutes
{
    public static readonly QueryRoute<GetStockQuery, HubStock> GetStock = new(Service, "/stock");
}

public sealed partial class DistributionClient
{
    /// <summary>Tells what stands at the hub, and how much of it is free.</summary>
    public Task<Reply<HubStock>> GetStock(GetStockQuery query, CancellationToken cancel = default) =>
        Calls.Ask(DistributionRoutes.GetStock, DistributionRoutes.GetStock.At(), query, cancel);
}
