using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;
using Logistics.Portal.Web;

namespace Logistics.Portal.Pages.Association.HandOvers;

/// <summary>The association's stock across donations: hospitals receive goods regardless of donor.</summary>
public sealed record PooledGoods(ProductCode Product, string Size, string Lot, Expiry? Expiry, long Pieces)
{
    public static IReadOnlyList<PooledGoods> Pool(IEnumerable<HoldingRow> rows) =>
        [.. rows.GroupBy(row => (row.Product, row.Size, row.Lot, row.Expiry), row => row.Pieces).Select(pool => new PooledGoods(pool.Key.Product, pool.Key.Size, pool.Key.Lot, pool.Key.Expiry, pool.Sum()))];

    public string Name(Texts texts) => GoodsTexts.Name(texts, Product, Size, Lot);

    /// <summary>Returns whether the goods have expired on a day, so that Distribution refuses to hand them over.</summary>
    public bool ExpiredOn(DateOnly day) => Expiry?.ExpiredOn(day) == true;
}
