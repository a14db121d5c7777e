using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;
using Logistics.Portal.Web;

namespace Logistics.Portal.Pages.Association.HandOvers;

/// <summary>Goods that the association can give, of all gifts together: nobody gives a hospital masks of one donor.</summary>
public sealed record Holding(ProductCode Product, string Size, string Lot, Expiry? Expiry, long Pieces)
{
    public static IReadOnlyList<Holding> Pool(IEnumerable<HoldingRow> rows) =>
        [.. rows.GroupBy(row => (row.Product, row.Size, row.Lot, row.Expiry), row => row.Pieces).Select(pool => new Holding(pool.Key.Product, pool.Key.Size, pool.Key.Lot, pool.Key.Expiry, pool.Sum()))];

    public string Name(Texts texts) => Goods.Name(texts, Product, Size, Lot);

    /// <summary>Tells whether Distribution refuses to hand it over on a day.</summary>
    public bool ExpiredOn(DateOnly day) => Expiry?.ExpiredOn(day) == true;
}
