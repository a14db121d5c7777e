using Logistics.Hosting.Access;

namespace Logistics.Portal.Tests.Pages.Coordinator.Recipients;

public sealed class UploadWeightsTests(FourServices services) : IClassFixture<FourServices>
{
    const string Path = "/coordinator/weights";

    [Fact]
    public async Task Pasted_figures_can_be_shared_by_with_their_year_and_source()
    {
        using var coordinator = await services.SignIn(Role.Coordinator);

        (await coordinator.Send(Path, "", ("name", "beds"), ("year", "２０１９"), ("source", "Survey of beds"), ("rows", "13\tTokyo\t128,000\n27\tOsaka\t105,000"))).Expect(302);

        var page = await coordinator.Get(Path);
        Assert.Contains("beds: figures of 2 recipients are stored.", page.Words, StringComparison.Ordinal);
        Assert.Contains("beds (2019): Survey of beds", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_rows_are_named_and_nothing_is_lost()
    {
        using var coordinator = await services.SignIn(Role.Coordinator);

        var page = await coordinator.Send(Path, "", ("name", "nurses"), ("year", "2019"), ("source", "Survey"), ("rows", "13,5\nxx!,7"));

        Assert.Equal(400, page.Status);
        Assert.Contains("Row 2 “xx!,7”", page.Words, StringComparison.Ordinal);
        Assert.Contains("value=\"nurses\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("13,5", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("nurses (2019)", page.Words, StringComparison.Ordinal);
    }
}
