namespace Logistics.Portal.Pages.Coordinator.Stocks;

/// <summary>The stock as Distribution tells it.</summary>
public sealed record HubStock(IReadOnlyList<HubStock.Entry> Entries, IReadOnlyList<HubStock.Mixed> MixedCartons)
{
    public static HubStock Empty { get; } = new([], []);

    /// <summary>Every product and size of which something is free, with all that is.</summary>
    public IReadOnlyList<FreeGoods> Free =>
    [
        .. Entries.Where(entry => entry.FreeCartons > 0).GroupBy(entry => (entry.Product, entry.Size)).Select(goods => new FreeGoods(
            goods.Key.Product, goods.Key.Size, goods.Sum(entry => entry.FreePieces), goods.Sum(entry => entry.FreeCartons))),
    ];

    public sealed record Entry
    {
        public required string Product { get; init; }

        public required string Size { get; init; }

        public required string Lots { get; init; }

        public DateOnly? LastDay { get; init; }

        public required long PiecesPerCarton { get; init; }

        public required long Cartons { get; init; }

        public required long Pieces { get; init; }

        public required long FreeCartons { get; init; }

        public required long FreePieces { get; init; }

        public required long ReservedCartons { get; init; }

        public required long ReservedPieces { get; init; }
    }

    public sealed record Mixed
    {
        public required string Id { get; init; }

        public required string Lots { get; init; }

        public required long Pieces { get; init; }
    }
}

/// <summary>What can be shared of one product and size.</summary>
public sealed record FreeGoods(string Product, string Size, long Pieces, long Cartons)
{
    /// <summary>As a form names it: <c>mask</c>, <c>garment/L</c>.</summary>
    public string Value => Size.Length == 0 ? Product : $"{Product}/{Size}";
}
