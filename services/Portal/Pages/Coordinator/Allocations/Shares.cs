using System.Numerics;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Contracts.Syntax;
using Logistics.Portal.Drawings;
using Logistics.Portal.Pages.Coordinator.Recipients;
using Logistics.Portal.Web;

namespace Logistics.Portal.Pages.Coordinator.Allocations;

/// <summary>The shares given by a rule.</summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="Product">The product.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Stock">The stock to allocate.</param>
/// <param name="Reserve">Cartons that stay at the hub.</param>
/// <param name="Lines">All recipients.</param>
public sealed record Shares(string Id, ProductCode Product, PlanRule Rule, IReadOnlyList<Pack> Stock, IReadOnlyList<Pack> Reserve, IReadOnlyList<PlanLine> Lines)
{
    public long Cartons => Lines.Sum(line => line.Cartons);

    public long Pieces => Lines.Sum(line => line.Pieces);

    public long StockCartons => Stock.Sum(pack => pack.Cartons);

    public long ReserveCartons => Reserve.Sum(pack => pack.Cartons);

    /// <summary>Gets whether lines and reserve add up exactly to the stock.</summary>
    public bool ComesOut => Cartons + ReserveCartons == StockCartons;

    /// <summary>States how lines and reserve add up to the stock.</summary>
    public string Sum(Texts texts)
    {
        var sum = texts[
            "sharing.sum-of-shares",
            ("shared", texts.Cartons(Cartons)), ("reserve", texts.Cartons(ReserveCartons)), ("stock", texts.Cartons(StockCartons))];
        return $"{sum} {(ComesOut ? $"✓ {texts["comes-out"]}" : texts["does-not-come-out"])}";
    }

    /// <summary>Returns the tiles of the map, filled in proportion to the largest line.</summary>
    public IReadOnlyList<Tile> Tiles(Texts texts)
    {
        var most = Math.Max(1, Lines.Max(line => line.Cartons));
        return
        [
            .. Lines.Where(line => Prefecture.TryParse(line.Recipient.Value, out _, out _)).Select(line => new Tile(
                Code.Parse<Prefecture>(line.Recipient.Value), (decimal)line.Cartons / most, texts.Number(line.Cartons), Link: $"#{Id}-{line.Recipient.Value}")),
        ];
    }

    /// <summary>Returns the heading of the column of weights.</summary>
    public string WeightName(Texts texts) =>
        Rule.Indicators is [var only] ? texts.Indicator(only.Name, only.Year) : texts["sharing.weight"];

    /// <summary>Returns a quota in thousandths of a carton, to the nearest.</summary>
    public static long QuotaThousandths(Ratio quota)
    {
        var (numerator, denominator) = (BigInteger.Parse(quota.Numerator), BigInteger.Parse(quota.Denominator));
        var doubled = 2 * 1000 * numerator + denominator;
        var (whole, rest) = BigInteger.DivRem(doubled, 2 * denominator);
        return (long)(rest.Sign < 0 ? whole - 1 : whole);
    }
}
