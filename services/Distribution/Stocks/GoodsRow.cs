using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;

namespace Logistics.Distribution.Stocks;

/// <summary>Goods as stored in a table: size and lot are part of keys, so they are blank instead of null.</summary>
public record GoodsRow
{
    public required DonationNumber Donation { get; init; }

    public required int Line { get; init; }

    public required ProductCode Product { get; init; }

    public required string Size { get; init; }

    public required string Lot { get; init; }

    public Expiry? Expiry { get; init; }

    public required long Pieces { get; init; }

    public Goods Goods => new(
        Donation,
        Line,
        Product,
        Size.Length == 0 ? null : Size,
        Lot.Length == 0 ? null : Code.Parse<LotNumber>(Lot),
        Expiry,
        Pieces);

    public static GoodsRow Of(Goods goods) => new()
    {
        Donation = goods.Donation,
        Line = goods.Line,
        Product = goods.Product,
        Size = goods.Size ?? "",
        Lot = goods.Lot?.Value ?? "",
        Expiry = goods.Expiry,
        Pieces = goods.Pieces,
    };

    /// <summary>
    /// Totals goods by donation, line, size and lot, in that order. If a lot has two expiries, the earlier one counts; a stated expiry
    /// takes precedence over a missing one.
    /// </summary>
    public static IReadOnlyList<Goods> Sum(IEnumerable<Goods> goods) =>
    [
        .. goods.GroupBy(GoodsKind.Of)
            .Select(same => same.First() with
            {
                Expiry = same.Where(one => one.Expiry is not null).Select(one => one.Expiry).MinBy(expiry => expiry!.Value.LastDay),
                Pieces = same.Sum(one => one.Pieces),
            })
            .OrderBy(one => one.Donation.Value, StringComparer.Ordinal)
            .ThenBy(one => one.Line)
            .ThenBy(one => one.Size, StringComparer.Ordinal)
            .ThenBy(one => one.Lot?.Value, StringComparer.Ordinal),
    ];
}

/// <summary>Identifies goods that are interchangeable, as in a line of a parcel or the stock of an association.</summary>
public readonly record struct GoodsKind(DonationNumber Donation, int Line, string? Size, LotNumber? Lot)
{
    public static GoodsKind Of(Goods goods) => new(goods.Donation, goods.Line, goods.Size, goods.Lot);
}
