using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Distribution.Stocks;
using Logistics.EventLog;

namespace Logistics.Distribution.Plans;

/// <summary>Free stock of one product and size on a day: what a plan may allocate, and what it may not.</summary>
/// <param name="Cartons">Free and not expired, earliest expiry first, then by id.</param>
/// <param name="Expired">Free, but with an expired lot.</param>
/// <param name="MixedCartons">Free cartons of several products or sizes that include this one.</param>
/// <param name="MixedPieces">Pieces of this product and size in them.</param>
public sealed record FreeStock(IReadOnlyList<StockedCarton> Cartons, IReadOnlyList<ExpiredLot> Expired, long MixedCartons, long MixedPieces)
{
    /// <summary>Gets the cartons by pack size, larger first.</summary>
    public IReadOnlyList<Pack> Packs => PacksOf(Cartons.Select(carton => carton.Pieces));

    public LeftOut LeftOut => new(Expired, MixedCartons, MixedPieces);

    public static FreeStock Load(Session session, ProductCode product, string? size, DateOnly on)
    {
        var cartons = StockedCarton.Free(session, product, size);
        var mixed = session.Query<MixedRow>(
            """
            select count(distinct carton.id) as cartons, coalesce(sum(goods.pieces), 0) as pieces
            from carton join carton_goods goods on goods.carton = carton.id
            where carton.state = 'hub' and carton.product = '' and goods.product = @product and goods.size = @size
            """,
            new { product, size = size ?? "" }).Single();
        return new FreeStock(
            [.. cartons.Where(carton => !carton.ExpiredOn(on))],
            [
                .. cartons.Where(carton => carton.ExpiredOn(on))
                    .SelectMany(
                        carton => carton.Goods.Where(goods => goods.Expiry?.ExpiredOn(on) == true),
                        (carton, goods) => (Carton: carton, goods.Lot, Expiry: goods.Expiry.GetValueOrDefault()))
                    .GroupBy(one => (one.Lot, one.Expiry))
                    .OrderBy(lot => lot.Key.Lot?.Value, StringComparer.Ordinal)
                    .Select(lot => new ExpiredLot(lot.Key.Lot, lot.Key.Expiry, lot.Count(), lot.Sum(one => one.Carton.Pieces))),
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
