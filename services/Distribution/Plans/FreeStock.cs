using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Distribution.Stocks;
using Logistics.EventLog;

namespace Logistics.Distribution.Plans;

/// <summary>What a plan may share of one product and size on a day, and what of it it may not.</summary>
/// <param name="Cartons">Free and not expired, earliest expiry first, then by id.</param>
/// <param name="Expired">Free, but beyond the last day of a lot.</param>
/// <param name="MixedCartons">Free cartons of several products or sizes, this product among them.</param>
/// <param name="MixedPieces">Pieces of this product and size in them.</param>
public sealed record FreeStock(IReadOnlyList<StockedCarton> Cartons, IReadOnlyList<ExpiredLot> Expired, long MixedCartons, long MixedPieces)
{
    /// <summary>By size of pack, larger first.</summary>
    public IReadOnlyList<Pack> Packs => PacksOf(Cartons.Select(carton => carton.Pieces));

    public static FreeStock Load(Session session, ProductCode product, string? size, DateOnly on)
    {
        var cartons = StockedCarton.Free(session, product, size);
        var mixed = session.Find<MixedRow>(
            """
            select count(distinct carton.id) as cartons, coalesce(sum(goods.pieces), 0) as pieces
            from carton join carton_goods goods on goods.carton = carton.id
            where carton.state = 'hub' and carton.product = '' and goods.product = @product and goods.size = @size
            """,
            new { product, size = size ?? "" })!;
        return new FreeStock(
            [.. cartons.Where(carton => !carton.ExpiredOn(on))],
            [
                .. cartons.Where(carton => carton.ExpiredOn(on))
                    .SelectMany(carton => carton.Goods.Where(goods => goods.Expiry?.ExpiredOn(on) == true), (carton, goods) => (carton, goods.Lot, goods.Expiry))
                    .GroupBy(one => (one.Lot, one.Expiry))
                    .OrderBy(lot => lot.Key.Lot?.Value, StringComparer.Ordinal)
                    .Select(lot => new ExpiredLot(lot.Key.Lot, lot.Key.Expiry!.Value, lot.Count(), lot.Sum(one => one.carton.Pieces))),
            ],
            mixed.Cartons,
            mixed.Pieces);
    }

    public static IReadOnlyList<Pack> PacksOf(IEnumerable<long> piecesPerCarton) =>
        [.. piecesPerCarton.GroupBy(pieces => pieces).OrderByDescending(pack => pack.Key).Select(pack => new Pack(pack.Key, pack.Count()))];

    sealed record MixedRow
    {
        public required long Cartons { get; init; }

        public required long Pieces { get; init; }
    }
}

/// <summary>Cartons that a lot beyond its last day keeps out of a plan.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Expiry">Its last day.</param>
/// <param name="Cartons">Cartons it is in.</param>
/// <param name="Pieces">All pieces in them.</param>
public sealed record ExpiredLot(LotNumber? Lot, Expiry Expiry, long Cartons, long Pieces);
