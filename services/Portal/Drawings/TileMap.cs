using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.Portal.Web;

namespace Logistics.Portal.Drawings;

/// <summary>
/// Draws the 47 prefectures as squares in their familiar places, each filled from below by its share. A broken thick edge means overdue and a
/// corner an open case, so that shape and word convey them as well as colour.
/// </summary>
public static class TileMap
{
    const int Side = 48;
    const int Gap = 3;
    const int Inner = Side - Gap;
    const int Corner = 15;

    /// <summary>Column and row of the upper left corner, in hundredths of a side: straits and the gap to Okinawa are narrower than a square.</summary>
    static readonly Dictionary<string, (int X, int Y)> Places = new(StringComparer.Ordinal)
    {
        ["01"] = (1000, 0),
        ["02"] = (1000, 130),
        ["05"] = (900, 230), ["03"] = (1000, 230),
        ["06"] = (900, 330), ["04"] = (1000, 330),
        ["17"] = (600, 430), ["16"] = (700, 430), ["15"] = (800, 430), ["07"] = (900, 430),
        ["18"] = (500, 530), ["21"] = (600, 530), ["20"] = (700, 530), ["10"] = (800, 530), ["09"] = (900, 530), ["08"] = (1000, 530),
        ["32"] = (100, 630), ["31"] = (200, 630), ["28"] = (300, 630), ["26"] = (400, 630), ["25"] = (500, 630),
        ["23"] = (600, 630), ["19"] = (700, 630), ["11"] = (800, 630), ["13"] = (900, 630), ["12"] = (1000, 630),
        ["35"] = (0, 730), ["34"] = (100, 730), ["33"] = (200, 730), ["27"] = (400, 730), ["29"] = (500, 730),
        ["24"] = (600, 730), ["22"] = (700, 730), ["14"] = (900, 730),
        ["30"] = (500, 830),
        ["38"] = (235, 860), ["37"] = (335, 860), ["39"] = (235, 960), ["36"] = (335, 960),
        ["41"] = (0, 860), ["40"] = (100, 860), ["42"] = (0, 960), ["44"] = (100, 960), ["43"] = (0, 1060), ["45"] = (100, 1060),
        ["46"] = (100, 1160), ["47"] = (0, 1230),
    };

    const int Width = 11 * Side;
    const int Height = 1330 * Side / 100;

    /// <param name="id">Unique on the page; names the picture and, with the code of a prefecture, the row of its table: <c>share-13</c>.</param>
    /// <param name="title">What the filling means.</param>
    /// <param name="tiles">One for each prefecture, or fewer: the others are drawn empty.</param>
    public static Html Draw(Texts texts, string id, string title, IReadOnlyList<Tile> tiles)
    {
        var told = tiles.ToDictionary(tile => tile.Prefecture);
        var linked = tiles.Any(tile => tile.Link is not null);
        return Html.Of($"""
            <svg class="tile-map" viewBox="0 0 {Width} {Height}" role="{(linked ? "group" : "img")}" aria-labelledby="{id}-title {id}-desc">
            <title id="{id}-title">{title}</title>
            <desc id="{id}-desc">{texts["pictures.tiles-described"]}</desc>
            {Html.Join(PrefectureFacts.All.Select(prefecture => Square(
                texts, id, prefecture, told.GetValueOrDefault(prefecture.Code) ?? new Tile(prefecture.Code, null, ""))))}
            {Key(texts, tiles)}
            </svg>
            """);
    }

    /// <summary>Returns the same content as a table. Tiles may link to its rows: <c>#share-13</c>.</summary>
    /// <param name="value">Heading of the column of values.</param>
    public static Html Table(Texts texts, string id, string title, string value, IReadOnlyList<Tile> tiles)
    {
        var remarked = tiles.Any(tile => tile.Overdue || tile.CaseOpen);
        return Html.Of($"""
            <table class="tile-table">
            <caption>{title}</caption>
            <thead><tr><th scope="col">{texts["pictures.prefecture"]}</th><th scope="col" class="number">{value}</th>{(remarked ? Html.Of($"""<th scope="col">{texts["pictures.remark"]}</th>""") : null)}</tr></thead>
            <tbody>
            {Html.Join(tiles.OrderBy(tile => tile.Prefecture.Value, StringComparer.Ordinal).Select(tile => Html.Of($"""
                <tr id="{RowId(id, tile.Prefecture)}"><th scope="row"><span class="code">{tile.Prefecture.Value}</span> {Name(texts, tile.Prefecture)}</th><td class="number">{tile.Value}</td>{(remarked ? Html.Of($"<td>{Remark(texts, tile)}</td>") : null)}</tr>
                """)))}
            </tbody>
            </table>
            """);
    }

    /// <summary>Id of the row of a prefecture in the table of a map.</summary>
    public static string RowId(string id, Prefecture prefecture) => $"{id}-{prefecture.Value}";

    public static string Name(Texts texts, Prefecture prefecture) =>
        PrefectureFacts.All.First(known => known.Code == prefecture).Names[texts.Language];

    /// <summary>Explains edges and corners in the sea south of Japan; renders nothing if no tile has one.</summary>
    static Html Key(Texts texts, IReadOnlyList<Tile> tiles)
    {
        const int Mark = 24;
        var marks = new List<(Html Mark, string Text)>();
        if (tiles.Any(tile => tile.Overdue))
            marks.Add((Html.Of($"""<rect class="edge" x="2" y="2" width="{Mark - 4}" height="{Mark - 4}"/>"""), texts["pictures.overdue"]));
        if (tiles.Any(tile => tile.CaseOpen))
            marks.Add((Html.Of($"""<path class="corner" d="M{Mark - Corner} 0H{Mark}V{Corner}Z"/>"""), texts["pictures.case-open"]));
        return Html.Join(marks.Select((mark, index) => Html.Of($"""
            <g class="key" transform="translate({6 * Side} {(10 + index) * Side})"><rect class="ground" width="{Mark}" height="{Mark}"/>{mark.Mark}<text x="{Mark + 10}" y="17">{mark.Text}</text></g>
            """)));
    }

    static Html Square(Texts texts, string id, PrefectureFacts prefecture, Tile tile)
    {
        var (x, y) = Places[prefecture.Code.Value];
        var filled = tile.Share is { } share ? decimal.ToInt32(decimal.Round(Math.Clamp(share, 0, 1) * Inner)) : 0;
        // Any progress is visible, and only a complete share fills the tile.
        if (tile.Share is > 0)
            filled = Math.Max(filled, 1);
        if (tile.Share is < 1)
            filled = Math.Min(filled, Inner - 2);
        var name = prefecture.Names[texts.Language];
        var spoken = Spoken(texts, name, tile);
        var square = Html.Of($"""
            <title>{spoken}</title>
            <rect class="ground" width="{Inner}" height="{Inner}" rx="3"/>
            {(filled > 0 ? Html.Of($"""<rect class="fill" y="{Inner - filled}" width="{Inner}" height="{filled}" rx="{(filled > 6 ? 3 : 0)}"/>""") : null)}
            {(tile.Overdue ? Html.Of($"""<rect class="edge" x="2" y="2" width="{Inner - 4}" height="{Inner - 4}" rx="2"/>""") : null)}
            {(tile.CaseOpen ? Html.Of($"""<path class="corner" d="M{Inner - Corner} 0H{Inner}V{Corner}Z"/>""") : null)}
            <text class="code" x="4" y="12">{prefecture.Code.Value}</text>
            <text class="name" x="{Inner / 2}" y="28">{prefecture.ShortNames[texts.Language]}</text>
            <text class="value" x="{Inner / 2}" y="41">{tile.Value}</text>
            """);
        var state = tile.Share switch { null => "none", >= 1 => "all", > 0 => "some", _ => "nothing" };
        var place = Html.Of($"""class="tile {state}" transform="translate({x * Side / 100} {y * Side / 100})" """);
        return tile.Link is { } link
            ? Html.Of($"""<a {place}href="{link}" aria-label="{spoken}">{square}</a>""")
            : Html.Of($"<g {place}>{square}</g>");
    }

    static string Spoken(Texts texts, string name, Tile tile)
    {
        var value = tile.Value.Length > 0 ? tile.Value : texts["pictures.nothing"];
        return Remark(texts, tile) is { Length: > 0 } remark
            ? texts["pictures.tile-remark", ("name", name), ("value", value), ("remark", remark)]
            : texts["pictures.tile", ("name", name), ("value", value)];
    }

    static string Remark(Texts texts, Tile tile) => (tile.Overdue, tile.CaseOpen) switch
    {
        (true, true) => texts["pictures.overdue-and-case"],
        (true, false) => texts["pictures.overdue"],
        (false, true) => texts["pictures.case-open"],
        _ => "",
    };
}
