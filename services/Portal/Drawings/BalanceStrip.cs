using System.Globalization;
using Logistics.Contracts.Codes;
using Logistics.Portal.Web;

namespace Logistics.Portal.Drawings;

/// <summary>
/// Draws where the pieces of one product line are: a bar as wide as the pledge, with a patterned segment for each account,
/// and the total below it, ticked if it equals the pledge.
/// </summary>
public static class BalanceStrip
{
    /// <summary>Order of the accounts: longest journey first, so that delivered pieces are on the left; side accounts last.</summary>
    static readonly string[] Order =
    [
        "institution", "association", "in-delivery", "reserved", "hub", "at-airport", "in-air", "packed", "pledged",
        "missing", "damaged", "held", "destroyed", "cancelled",
    ];

    /// <param name="id">Unique on the page.</param>
    /// <param name="title">Title of the balance.</param>
    /// <param name="pledged">Pieces pledged, the width of the bar.</param>
    /// <param name="accounts">Pieces by name of account.</param>
    /// <param name="product">Determines the unit of the pieces.</param>
    public static Html Draw(Texts texts, string id, string title, long pledged, IReadOnlyDictionary<string, long> accounts, ProductCode product)
    {
        var segments = Order.Select(name => (Name: name, Pieces: accounts.GetValueOrDefault(name))).Where(segment => segment.Pieces != 0).ToList();
        var sum = segments.Sum(segment => segment.Pieces);
        // While a message is in transit an account may be negative; the bar then shows the others.
        var shown = segments.Where(segment => segment.Pieces > 0).ToList();
        var whole = Math.Max(Math.Max(pledged, shown.Sum(segment => segment.Pieces)), 1);
        var equal = sum == pledged && segments.TrueForAll(segment => segment.Pieces > 0);
        return Html.Of($"""
            <figure class="balance">
            <figcaption id="{id}-title">{title}</figcaption>
            <svg class="strip" width="100%" height="40" role="img" aria-labelledby="{id}-title {id}-desc">
            <desc id="{id}-desc">{string.Join(texts["pictures.comma"], segments.Select(segment => $"{Name(texts, segment.Name)} {texts.Number(segment.Pieces)}"))}</desc>
            {Patterns(id)}
            <rect class="whole" width="100%" height="100%"/>
            {Html.Join(shown.Select((segment, index) => Segment(texts, id, segment.Name, segment.Pieces, shown.Take(index).Sum(before => before.Pieces), whole)))}
            </svg>
            <table class="legend">
            <thead><tr><th scope="col">{texts["pictures.place"]}</th><th scope="col" class="number">{texts["pictures.pieces"]}</th><th scope="col" class="number">{texts["pictures.share"]}</th></tr></thead>
            <tbody>
            {Html.Join(segments.Select(segment => Html.Of($"""
                <tr><th scope="row"><svg class="swatch" width="18" height="18" aria-hidden="true"><rect class="segment {segment.Name}" width="18" height="18"/>{Pattern(id, segment.Name, "18", "18", "0")}</svg> {Name(texts, segment.Name)}</th><td class="number">{texts.Pieces(product.Value, segment.Pieces)}</td><td class="number">{Tile.Percent(pledged > 0 ? (decimal)segment.Pieces / pledged : null)}</td></tr>
                """)))}
            </tbody>
            <tfoot><tr><th scope="row">{texts["pictures.sum"]}</th><td class="number" colspan="2"><span class="{(equal ? "equal" : "unequal")}">{(equal
                ? texts["pictures.sum-equal", ("sum", texts.Pieces(product.Value, sum))]
                : texts["pictures.sum-unequal", ("sum", texts.Pieces(product.Value, sum)), ("pledged", texts.Pieces(product.Value, pledged))])}</span></td></tr></tfoot>
            </table>
            </figure>
            """);
    }

    static Html Segment(Texts texts, string id, string name, long pieces, long before, long whole)
    {
        var (x, width) = (Percent(before, whole), Percent(pieces, whole));
        var words = Name(texts, name);
        // Labels are drawn only where they fit on a telephone 390 pixels wide: one percent is about 3.4 pixels, a character needs 13 or 7.
        var room = pieces * 340 / whole;
        var needed = words.Sum(character => character > 0xFF ? 14 : 8) + 10;
        return Html.Of($"""
            <g><title>{words} {texts.Number(pieces)}</title><rect class="segment {name}" x="{x}" width="{width}" height="100%"/>{Pattern(id, name, width, "100%", x)}{(room >= needed ? Html.Of($"""<text class="on-{name}" x="{x}" dx="6" y="26">{words}</text>""") : null)}<rect class="rule" x="{x}" width="1" height="100%"/></g>
            """);
    }

    /// <summary>Defines the hatches that distinguish segments without colour.</summary>
    static Html Patterns(string id) => Html.Of($"""
        <defs>
        <pattern id="{id}-rising" width="8" height="8" patternUnits="userSpaceOnUse"><path class="hatch" d="M-1 9L9 -1M-1 1L1 -1M7 9L9 7"/></pattern>
        <pattern id="{id}-falling" width="8" height="8" patternUnits="userSpaceOnUse"><path class="hatch" d="M-1 -1L9 9M-1 7L1 9M7 -1L9 1"/></pattern>
        <pattern id="{id}-dots" width="7" height="7" patternUnits="userSpaceOnUse"><circle class="hatch-dot" cx="3" cy="3" r="1.4"/></pattern>
        <pattern id="{id}-crosses" width="9" height="9" patternUnits="userSpaceOnUse"><path class="hatch" d="M1 1L8 8M8 1L1 8"/></pattern>
        <pattern id="{id}-bars" width="6" height="6" patternUnits="userSpaceOnUse"><path class="hatch" d="M1 0V6"/></pattern>
        </defs>
        """);

    static Html? Pattern(string id, string name, string width, string height, string x)
    {
        var pattern = name switch
        {
            "missing" => "rising",
            "damaged" => "falling",
            "held" or "reserved" => "dots",
            "destroyed" => "crosses",
            "cancelled" or "in-delivery" or "in-air" => "bars",
            _ => null,
        };
        return pattern is null ? null : Html.Of($"""<rect fill="url(#{id}-{pattern})" x="{x}" width="{width}" height="{height}"/>""");
    }

    static string Percent(long part, long whole) => ((decimal)part * 100 / whole).ToString("0.###", CultureInfo.InvariantCulture) + "%";

    static string Name(Texts texts, string account) => texts[$"account.{account}"];
}
