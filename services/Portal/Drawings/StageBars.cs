using System.Globalization;
using Logistics.Portal.Web;

namespace Logistics.Portal.Drawings;

/// <summary>The progress of a donation line: pledged, packed, shipped, delivered and used, each as a part of the pledge.</summary>
/// <param name="Pledged">Pieces pledged.</param>
/// <param name="Packed">Pieces ever packed.</param>
/// <param name="Shipped">Pieces that have left by air.</param>
/// <param name="Delivered">Pieces that reached an association.</param>
/// <param name="Used">Pieces that reached an institution.</param>
public sealed record StageBars(long Pledged, long Packed, long Shipped, long Delivered, long Used)
{
    /// <summary>
    /// Computes the stages. Each includes the later ones. Cancelled pieces do not count as packed; pieces lost after packing count as shipped.
    /// </summary>
    public static StageBars Of(long pledged, IReadOnlyDictionary<string, long> accounts)
    {
        var used = At("institution");
        var delivered = used + At("association");
        var shipped = delivered + At("in-air", "at-airport", "hub", "reserved", "in-delivery", "missing", "damaged", "held", "destroyed");
        return new StageBars(pledged, shipped + At("packed"), shipped, delivered, used);

        long At(params ReadOnlySpan<string> names)
        {
            long sum = 0;
            foreach (var name in names)
                sum += accounts.GetValueOrDefault(name);
            return sum;
        }
    }

    public Html Draw(Texts texts, string title) => Html.Of($"""
        <table class="stages">
        <caption>{title}</caption>
        <tbody>
        {Bar(texts, texts["pictures.stage-pledged"], Pledged, "pledged")}
        {Bar(texts, texts["pictures.stage-packed"], Packed, "packed")}
        {Bar(texts, texts["pictures.stage-shipped"], Shipped, "shipped")}
        {Bar(texts, texts["pictures.stage-delivered"], Delivered, "delivered")}
        {Bar(texts, texts["pictures.stage-used"], Used, "used")}
        </tbody>
        </table>
        """);

    Html Bar(Texts texts, string name, long pieces, string stage) => Html.Of($"""
        <tr><th scope="row">{name}</th><td class="bar"><svg width="100%" height="14" aria-hidden="true"><rect class="whole" width="100%" height="14" rx="2"/><rect class="stage {stage}" width="{Percent(pieces)}" height="14" rx="2"/></svg></td><td class="number">{texts.Number(pieces)}</td></tr>
        """);

    string Percent(long pieces) =>
        Pledged <= 0 ? "0%" : (Math.Clamp((decimal)pieces / Pledged, 0, 1) * 100).ToString("0.###", CultureInfo.InvariantCulture) + "%";
}
