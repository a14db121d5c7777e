using System.Net;

namespace Logistics.Portal.Tests.Pages.Public;

public sealed class ShowDonationTests(Story story) : IClassFixture<Story>
{
    [Fact]
    public async Task It_shows_the_way_the_balance_and_the_share_of_every_prefecture()
    {
        var page = await story.Open("/donations/D-2020-0001");
        var text = WebUtility.HtmlDecode(page.Text);

        Assert.Equal(200, page.Status);
        Assert.Contains("id=\"journey-wide-title\"", text, StringComparison.Ordinal);
        Assert.Contains("600 pcs ✓ equals the pledge", text, StringComparison.Ordinal);
        // 220 of 300 came: 60 are reserved, 20 missing.
        Assert.Contains("""aria-label="Tokyo: 73 %" """.Trim(), text, StringComparison.Ordinal);
        Assert.Contains("""<tr id="share-27"><th scope="row"><span class="code">27</span> Osaka</th><td class="number">0 %</td>""", text, StringComparison.Ordinal);
        Assert.Contains("data-live=\"donation/D-2020-0001\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_tells_nothing_of_parcels_institutions_or_people()
    {
        var page = await story.Open("/donations/D-2020-0001");

        foreach (var secret in new[] { "P-13", "R-2020", "H-2020", "Secret", "13123456" })
            Assert.DoesNotContain(secret, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gift_of_which_nothing_is_allotted_says_so() =>
        Assert.Contains("Nothing has been shared out", (await story.Open("/donations/D-2020-0002")).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("/donations/D-2020-0009")]
    [InlineData("/donations/x")]
    public async Task What_is_not_there_is_a_page_that_says_so(string path)
    {
        var page = await story.Open(path, "ja");

        Assert.Equal(404, page.Status);
        Assert.Contains("ページが見つかりません", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_page_shows_every_gift_that_is_under_way()
    {
        var page = await story.Open("/");

        Assert.Contains("href=\"/donations/D-2020-0001\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/donations/D-2020-0002\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("data-live=\"donation/D-2020-0002 donation/D-2020-0001\"", page.Text, StringComparison.Ordinal);
    }
}
