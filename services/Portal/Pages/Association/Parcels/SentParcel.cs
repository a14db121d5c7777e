using Logistics.Portal.Pages.Association.Receipts;
using Logistics.Portal.Web;

namespace Logistics.Portal.Pages.Association.Parcels;

/// <summary>A parcel as its recipient sees it. Lists leave out the lines and the receipts.</summary>
public sealed record SentParcel
{
    public required string Number { get; init; }

    /// <summary>in-delivery, partly-received or received.</summary>
    public required string State { get; init; }

    public required string Carrier { get; init; }

    public string? Waybill { get; init; }

    public required DateTimeOffset DispatchedAt { get; init; }

    public required DateOnly ExpectedOn { get; init; }

    public required long Outstanding { get; init; }

    /// <summary>What a receipt says as seen.</summary>
    public required int Version { get; init; }

    public IReadOnlyList<SentLine> Lines { get; init; } = [];

    /// <summary>Receipts that stand.</summary>
    public IReadOnlyList<string> Receipts { get; init; } = [];

    public IReadOnlyList<SentLine> Open => [.. Lines.Where(line => line.Outstanding > 0)];

    /// <summary>What has not been confirmed yet, product by product: マスク 41,460 枚（691 箱）.</summary>
    public IReadOnlyList<string> Expected(Texts texts) =>
    [
        .. Open.GroupBy(line => line.Product, StringComparer.Ordinal).Select(product =>
        {
            var pieces = product.Sum(line => line.Outstanding);
            // Cartons of which a part was received are not cartons any more.
            var amount = product.All(line => line.Outstanding == line.Pieces)
                ? texts.PiecesAndCartons(product.Key, pieces, product.Sum(line => line.Cartons))
                : texts.Pieces(product.Key, pieces);
            return texts["association.product-amount", ("product", texts.Product(product.Key)), ("amount", amount)];
        }),
    ];

    /// <summary>The same in pieces alone, for a button.</summary>
    public string ExpectedPieces(Texts texts)
    {
        var products = Open.GroupBy(line => line.Product, StringComparer.Ordinal).ToList();
        return products.Count == 1
            ? texts.Pieces(products[0].Key, products[0].Sum(line => line.Outstanding))
            : string.Join(texts["association.and"], products.Select(product => texts[
                "association.product-amount",
                ("product", texts.Product(product.Key)),
                ("amount", texts.Pieces(product.Key, product.Sum(line => line.Outstanding)))]));
    }
}

/// <summary>A line as sent, and as reported by the receipts that stand.</summary>
public sealed record SentLine
{
    public required int Line { get; init; }

    public required int Cartons { get; init; }

    public required string Product { get; init; }

    public required string Size { get; init; }

    public required string Lot { get; init; }

    public string? Expiry { get; init; }

    public required long Pieces { get; init; }

    public required long Outstanding { get; init; }

    /// <summary>マスク, ロット M2004A: what tells it from the other lines.</summary>
    public string Name(Texts texts) => Goods.Name(texts, Product, Size, Lot);
}
