using System.Globalization;
using System.Xml.Linq;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.Portal.Drawings;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;

namespace Logistics.Portal.Tests.Drawings;

public sealed class BalanceStripTests
{
    [Fact]
    public void Segments_stand_side_by_side_and_are_together_as_wide_as_the_pledge()
    {
        var segments = Strip(1_000, ("association", 600), ("institution", 300), ("missing", 100)).With("svg", "strip").Single().With("rect", "segment").ToList();

        Assert.Equal(["segment institution", "segment association", "segment missing"], segments.Select(segment => (string)segment.Attribute("class")!));
        Assert.Equal([(0m, 30m), (30m, 60m), (90m, 10m)], segments.Select(segment => (Percent(segment, "x"), Percent(segment, "width"))));
    }

    [Fact]
    public void A_strip_that_lacks_pieces_is_not_stretched_and_says_so()
    {
        var strip = Strip(1_000, ("hub", 500));

        Assert.Equal(50m, Percent(strip.With("rect", "hub").First(), "width"));
        Assert.Equal("500 pcs of 1,000 pcs – not settled yet", strip.With("span", "unequal").Single().Value);
    }

    [Fact]
    public void The_sum_has_a_tick_when_it_is_the_pledge() =>
        Assert.Equal("1,000 pcs ✓ equals the pledge", Strip(1_000, ("hub", 400), ("damaged", 600)).With("span", "equal").Single().Value);

    [Fact]
    public void An_account_below_zero_never_has_a_tick_even_where_the_sum_is_right() =>
        Assert.Empty(Strip(1_000, ("hub", -400), ("association", 1_400)).With("span", "equal"));

    [Fact]
    public void What_left_the_way_has_a_pattern_besides_its_colour()
    {
        var strip = Strip(500, ("missing", 100), ("damaged", 100), ("held", 100), ("destroyed", 100), ("cancelled", 100)).With("svg", "strip").Single();

        var patterns = strip.Descendants("rect").Select(rect => (string?)rect.Attribute("fill")).OfType<string>().ToList();
        Assert.Equal(5, patterns.Distinct().Count());
        Assert.All(patterns, pattern => Assert.Single(strip.Descendants("pattern"), one => pattern == $"url(#{(string)one.Attribute("id")!})"));
    }

    [Fact]
    public void A_segment_is_labelled_where_its_label_has_room_and_always_in_the_table()
    {
        var strip = Strip(1_000, ("institution", 995), ("missing", 5));

        Assert.Equal(["With hospitals and clinics"], strip.With("svg", "strip").Single().Descendants("text").Select(text => text.Value));
        Assert.Equal(["With hospitals and clinics", "Missing"], strip.Descendants("tbody").Single().Descendants("th").Select(head => head.Value.Trim()));
    }

    static XElement Strip(long pledged, params (string Account, long Pieces)[] accounts) => Markup.Read(BalanceStrip.Draw(
        new Texts("en"), "s", "Masks", pledged, accounts.ToDictionary(account => account.Account, account => account.Pieces, StringComparer.Ordinal), Code.Parse<ProductCode>("mask")));

    static decimal Percent(XElement element, string attribute) => decimal.Parse(((string)element.Attribute(attribute)!).TrimEnd('%'), CultureInfo.InvariantCulture);
}
