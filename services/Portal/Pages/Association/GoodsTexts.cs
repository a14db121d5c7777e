using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;
using Logistics.Portal.Web;

namespace Logistics.Portal.Pages.Association;

/// <summary>Names and amounts of goods in the words of associations.</summary>
static class GoodsTexts
{
    /// <summary>Names the product, with its size and its lot if it has them: マスク, ロット M2004A.</summary>
    public static string Name(Texts texts, ProductCode product, string? size, string? lot)
    {
        var name = texts.Product(product);
        if (!string.IsNullOrEmpty(size))
            name = texts["association.of-size", ("goods", name), ("size", size)];
        return string.IsNullOrEmpty(lot) ? name : texts["association.of-lot", ("goods", name), ("lot", lot)];
    }

    extension(ParcelDetailsLine line)
    {
        /// <summary>Returns a name that distinguishes the line from others of its parcel.</summary>
        public string Name(Texts texts) => Name(texts, line.Product, line.Size, line.Lot);
    }

    extension(ParcelDetails parcel)
    {
        /// <summary>Gets the lines with outstanding pieces.</summary>
        public IReadOnlyList<ParcelDetailsLine> Open => [.. parcel.Lines.Where(line => line.Outstanding > 0)];

        /// <summary>Lists what is outstanding, product by product: マスク 41,460 枚（691 箱）.</summary>
        public IReadOnlyList<string> Expected(Texts texts) =>
        [
            .. parcel.Open.GroupBy(line => line.Product).Select(product =>
            {
                var pieces = product.Sum(line => line.Outstanding);
                // A partly received carton is no longer whole.
                var amount = product.All(line => line.Outstanding == line.Pieces)
                    ? texts.PiecesAndCartons(product.Key, pieces, product.Sum(line => line.Cartons))
                    : texts.Pieces(product.Key, pieces);
                return texts["association.product-amount", ("product", texts.Product(product.Key)), ("amount", amount)];
            }),
        ];

        /// <summary>Returns the same in pieces only, for a button.</summary>
        public string ExpectedPieces(Texts texts)
        {
            var products = parcel.Open.GroupBy(line => line.Product).ToList();
            return products.Count == 1
                ? texts.Pieces(products[0].Key, products[0].Sum(line => line.Outstanding))
                : string.Join(texts["association.and"], products.Select(product => texts[
                    "association.product-amount",
                    ("product", texts.Product(product.Key)),
                    ("amount", texts.Pieces(product.Key, product.Sum(line => line.Outstanding)))]));
        }
    }
}
