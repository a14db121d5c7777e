using System.Numerics;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Portal.Drawings;
using Logistics.Portal.Web;

namespace Logistics.Portal.Pages.Coordinator.Allocations;

/// <summary>What a rule comes to: who gets how many.</summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="Product">What is shared.</param>
/// <param name="Rule">By which.</param>
/// <param name="Stock">What is shared.</param>
/// <param name="Reserve">What stays at the hub.</param>
/// <param name="Lines">Every recipient.</param>
public sealed record Shares(string Id, string Product, PlanRule Rule, IReadOnlyList<Pack> Stock, IReadOnlyList<Pack> Reserve, IReadOnlyList<PlanLine> Lines)
{
    public long Cartons => Lines.Sum(line => line.Cartons);

    public long Pieces => Lines.Sum(line => line.Pieces);

    public long StockCartons => Stock.Sum(pack => pack.Cartons);

    public long ReserveCartons => Reserve.Sum(pack => pack.Cartons);

    /// <summary>Whether lines and reserve are the stock, to the carton.</summary>
    public bool ComesOut => Cartons + ReserveCartons == StockCartons;

    /// <summary>Lines and reserve beside the stock.</summary>
    public string Sum(Texts texts)
    {
        var sum = texts[
            "sharing.sum-of-shares",
            ("shared", texts.Cartons(Cartons)), ("reserve", texts.Cartons(ReserveCartons)), ("stock", texts.Cartons(StockCartons))];
        return $"{sum} {(ComesOut ? $"✓ {texts["comes-out"]}" : texts["does-not-come-out"])}";
    }

    /// <summary>The picture: the more cartons, the fuller, measured by who gets most.</summary>
    public IReadOnlyList<Tile> Tiles(Texts texts)
    {
        var most = Math.Max(1, Lines.Max(line => line.Cartons));
        return
        [
            .. Lines.Where(line => Prefecture.TryParse(line.Recipient.Value, out _, out _)).Select(line => new Tile(
                Code.Parse<Prefecture>(line.Recipient.Value), (decimal)line.Cartons / most, texts.Number(line.Cartons), Link: $"#{Id}-{line.Recipient.Value}")),
        ];
    }

    /// <summary>Heading of the column of weights.</summary>
    public string WeightName(Texts texts) =>
        Rule.Indicators is [var only] ? Words.Indicator(texts, only.Name, only.Year) : texts["sharing.weight"];

    /// <summary>Cartons before rounding, in thousandths, to the nearest.</summary>
    public static long QuotaThousandths(Ratio quota)
    {
        var (numerator, denominator) = (BigInteger.Parse(quota.Numerator), BigInteger.Parse(quota.Denominator));
        var doubled = 2 * 1000 * numerator + denominator;
        var (whole, rest) = BigInteger.DivRem(doubled, 2 * denominator);
        return (long)(rest.Sign < 0 ? whole - 1 : whole);
    }
}
