using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;

namespace Logistics.Portal.Pages.Coordinator.Stocks;

/// <summary>Free stock of one product and size.</summary>
/// <param name="Product">The product.</param>
/// <param name="Size">Blank if the product has none.</param>
/// <param name="Pieces">Pieces that a plan can allocate.</param>
/// <param name="Cartons">Cartons that contain them.</param>
public sealed record FreeGoods(ProductCode Product, string Size, long Pieces, long Cartons)
{
    /// <summary>Gets its name in forms and addresses, for example <c>mask</c> or <c>garment/L</c>.</summary>
    public string Value => NameOf(Product, Size);

    public static string NameOf(ProductCode product, string size) => size.Length == 0 ? product.Value : $"{product}/{size}";

    /// <summary>Lists the products and sizes that have free cartons.</summary>
    public static IReadOnlyList<FreeGoods> In(HubStock stock) =>
        [.. stock.Products.Where(goods => goods.FreeCartons > 0).Select(goods => new FreeGoods(goods.Product, goods.Size, goods.FreePieces, goods.FreeCartons))];
}
