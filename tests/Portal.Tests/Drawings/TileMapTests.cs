using System.Xml.Linq;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.Hosting.Refusals;
using Logistics.Portal.Drawings;
using Logistics.Portal.Web;

namespace Logistics.Portal.Tests.Drawings;

public sealed class TileMapTests
{
    static readonly Texts English = new("en");

    [Fact]
    public void All_47_prefectures_have_a_place_and_no_two_overlap()
    {
        var tiles = Tiles(Draw());

        Assert.Equal(PrefectureFacts.All.Select(prefecture => prefecture.Code.Value), tiles.Select(tile => tile.With("text", "code").Single().Value));
        var places = tiles.ConvertAll(PlaceOf);
        for (var i = 0; i < places.Count; i++)
        {
            for (var j = 0; j < i; j++)
                Assert.True(Math.Abs(places[i].X - places[j].X) >= 45 || Math.Abs(places[i].Y - places[j].Y) >= 45, $"{i + 1} and {j + 1} overlap");
        }
    }

    [Theory]
    [InlineData("13", "11", 0, 1)]
    [InlineData("01", "02", 0, -1)]
    [InlineData("47", "46", -1, 1)]
    [InlineData("40", "41", 1, 0)]
    [InlineData("27", "28", 1, 1)]
    [InlineData("17", "15", -1, 0)]
    public void Neighbours_lie_as_on_a_map(string prefecture, string neighbour, int toTheEast, int toTheSouth)
    {
        var tiles = Tiles(Draw());
        var (one, other) = (PlaceOf(tiles[int.Parse(prefecture) - 1]), PlaceOf(tiles[int.Parse(neighbour) - 1]));

        if (prefecture == "13")
            Assert.True(one.X > other.X);
        else
            Assert.Equal(toTheEast, Math.Sign(one.X - other.X));
        if (prefecture is not ("13" or "40" or "17"))
            Assert.Equal(toTheSouth, Math.Sign(one.Y - other.Y));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(0.0, null)]
    [InlineData(0.001, 1)]
    [InlineData(0.5, 22)]
    [InlineData(0.999, 43)]
    [InlineData(1.0, 45)]
    [InlineData(1.4, 45)]
    public void A_tile_is_filled_from_below_by_its_share_and_full_only_when_nothing_is_left(double? share, int? height)
    {
        var tile = Tiles(Draw(Of("13", (decimal?)share)))[12];

        var fill = tile.With("rect", "fill").SingleOrDefault();
        Assert.Equal(height, fill?.Number("height"));
        if (fill is not null)
            Assert.Equal(45, fill.Number("y") + fill.Number("height"));
    }

    [Fact]
    public void Overdue_and_a_case_are_a_shape_and_a_word_besides_their_colour()
    {
        var tile = Tiles(Draw(Of("13", 0.5m) with { Overdue = true, CaseOpen = true }))[12];

        Assert.Single(tile.With("rect", "edge"));
        Assert.Single(tile.With("path", "corner"));
        Assert.Equal("Tokyo: 50 %, overdue, a case is open", tile.Element("title")!.Value);
    }

    [Fact]
    public void What_an_edge_and_a_corner_mean_is_told_where_there_are_any()
    {
        Assert.Equal(["overdue", "a case is open"], Svg(Draw(Of("13", 0.5m) with { Overdue = true }, Of("27", 1m) with { CaseOpen = true })).With("g", "key").Select(key => key.Value));
        Assert.Empty(Svg(Draw(Of("13", 0.5m))).With("g", "key"));
    }

    [Fact]
    public void A_tile_with_a_link_is_one_and_says_what_it_shows()
    {
        var tiles = Tiles(Draw(Of("13", 0.5m) with { Link = "#share-13" }));

        Assert.Equal(("a", "#share-13", "Tokyo: 50 %"), (tiles[12].Name.LocalName, (string?)tiles[12].Attribute("href"), (string?)tiles[12].Attribute("aria-label")));
        Assert.Equal("g", tiles[0].Name.LocalName);
    }

    [Fact]
    public void Without_links_it_is_an_image_and_with_links_a_group_both_with_title_and_description()
    {
        Assert.Equal("img", (string?)Svg(Draw()).Attribute("role"));
        var linked = Svg(Draw(Of("13", 1m) with { Link = "/x" }));
        Assert.Equal(("group", "share-title share-desc"), ((string?)linked.Attribute("role"), (string?)linked.Attribute("aria-labelledby")));
        Assert.Equal(["share-title", "share-desc"], linked.Elements().Take(2).Select(element => (string?)element.Attribute("id")));
    }

    [Fact]
    public void The_table_says_the_same_and_has_the_rows_that_tiles_lead_to()
    {
        var table = Markup.Read(TileMap.Table(new Texts("ja"), "share", "t", "v", [Of("27", 0.5m), Of("13", 1m) with { Overdue = true }]));

        Assert.Equal(["share-13", "share-27"], table.Descendants("tbody").Single().Elements("tr").Select(row => (string?)row.Attribute("id")));
        Assert.Equal(["13 東京都", "100 %", "期限超過"], table.Descendants("tbody").Single().Elements("tr").First().Elements().Select(cell => cell.Value));
    }

    [Fact]
    public void Names_are_in_the_language_of_the_reader()
    {
        Assert.Equal(["和歌山", "和歌山", "Wakayama"], Languages.All.Select(language => Name(language, 30)));
        Assert.Equal(["広島", "广岛", "Hiroshima"], Languages.All.Select(language => Name(language, 34)));
        Assert.Equal(["北海道", "北海道", "Hokkaido"], Languages.All.Select(language => Name(language, 1)));

        static string Name(string language, int code) =>
            Tiles(TileMap.Draw(new Texts(language), "share", "t", []))[code - 1].With("text", "name").Single().Value;
    }

    [Fact]
    public void A_picture_has_no_inline_style_or_script() => Assert.DoesNotContain(
        Markup.Read(Draw(Of("13", 0.4m) with { Overdue = true, CaseOpen = true, Link = "/x" })).Descendants(),
        element => element.Attribute("style") is not null || element.Name.LocalName is "style" or "script");

    static Tile Of(string code, decimal? share) => new(Code.Parse<Prefecture>(code), share, Tile.Percent(share));

    static Html Draw(params Tile[] tiles) => TileMap.Draw(English, "share", "Confirmed", tiles);

    static XElement Svg(Html html) => Markup.Read(html).Element("svg")!;

    static List<XElement> Tiles(Html html) => [.. Svg(html).Elements().Where(element => ((string?)element.Attribute("class"))?.StartsWith("tile ", StringComparison.Ordinal) == true)];

    static (int X, int Y) PlaceOf(XElement tile)
    {
        var numbers = ((string)tile.Attribute("transform")!)["translate(".Length..^1].Split(' ');
        return (int.Parse(numbers[0]), int.Parse(numbers[1]));
    }
}
