using Logistics.Portal.Drawings;
using Logistics.Portal.Web;

namespace Logistics.Portal.Tests.Drawings;

public sealed class StageBarsTests
{
    [Fact]
    public void A_stage_holds_what_has_gone_beyond_it() => Assert.Equal(
        new StageBars(1_000, 900, 700, 300, 200),
        StageBars.Of(1_000, new Dictionary<string, long>(StringComparer.Ordinal)
        {
            ["pledged"] = 60, ["cancelled"] = 40, ["packed"] = 200, ["in-air"] = 100, ["at-airport"] = 50, ["hub"] = 50, ["reserved"] = 50,
            ["in-delivery"] = 50, ["association"] = 100, ["institution"] = 200, ["missing"] = 40, ["damaged"] = 30, ["held"] = 20, ["destroyed"] = 10,
        }));

    [Theory]
    [InlineData(1_000, 250, "25%")]
    [InlineData(1_000, 1_200, "100%")]
    [InlineData(0, 0, "0%")]
    [InlineData(3, 1, "33.333%")]
    public void A_bar_is_its_part_of_the_pledge(long pledged, long used, string width) => Assert.Equal(
        width,
        (string?)Markup.Read(new StageBars(pledged, 0, 0, 0, used).Draw(new Texts("en"), "t")).With("rect", "used").Single().Attribute("width"));
}
