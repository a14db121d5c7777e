
namespace Logistics.Portal.Tests.Pages.Public;

public sealed class ResolveProductTests(Story story) : IClassFixture<Story>
{
    [Theory]
    [InlineData("/01/09521234000013")]
    [InlineData("/01/9521234000013")]
    [InlineData("/01/09521234000013/10/A")]
    [InlineData("/01/09521234000013/10/B/21/1234")]
    [InlineData("/01/09521234000013/21/1234")]
    public async Task A_maker_s_number_leads_to_the_gifts_it_came_in(string path)
    {
        var page = await story.Open(path);

        Assert.Equal(200, page.Status);
        Assert.Contains("href=\"/donations/D-2020-0001\"", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("D-2020-0002", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/01/09521234000020")]
    [InlineData("/01/09521234000013/10/G")]
    [InlineData("/01/09521234000013/10")]
    [InlineData("/01/1")]
    [InlineData("/01/")]
    public async Task What_nobody_gave_is_not_found(string path) => Assert.Equal(404, (await story.Open(path)).Status);

    [Fact]
    public async Task A_wrong_check_digit_is_told_with_the_one_expected()
    {
        var page = await story.Open("/01/09521234000014");

        Assert.Equal(400, page.Status);
        Assert.Contains("its check digit must be 3", page.Text, StringComparison.Ordinal);
    }
}
