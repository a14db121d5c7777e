using Logistics.Portal.Drawings;

namespace Logistics.Portal.Tests.Drawings;

public sealed class TileTests
{
    [Theory]
    [InlineData(null, "–")]
    [InlineData(0.0, "0 %")]
    [InlineData(0.0001, "<1 %")]
    [InlineData(0.01, "1 %")]
    [InlineData(0.9999, "99 %")]
    [InlineData(1.0, "100 %")]
    public void Percent_is_whole_and_says_all_or_none_only_where_it_is_so(double? share, string text) => Assert.Equal(text, Tile.Percent((decimal?)share));
}
