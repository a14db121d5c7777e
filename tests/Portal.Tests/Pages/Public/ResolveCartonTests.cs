using Logistics.Client.Tracking;
using Logistics.Hosting.Access;
using Logistics.Portal.Pages;
using Microsoft.AspNetCore.Mvc;
using Logistics.Testing;

namespace Logistics.Portal.Tests.Pages.Public;

public sealed class ResolveCartonTests(Story story) : IClassFixture<Story>
{
    const string Reserved = "/t/395212340000000014";

    [Theory]
    [InlineData(Role.Association, "13", "/association/parcels/P-13-2020-0001/receipt")]
    [InlineData(Role.Association, "27", Reserved)]
    [InlineData(Role.Coordinator, "13", Reserved)]
    [InlineData(null, "", Reserved)]
    public async Task The_association_a_carton_is_for_comes_to_its_receipt_and_everybody_else_to_the_tracking(Role? role, string organisation, string address)
    {
        var page = new ResolveCarton(new TrackingClient(story.Host.Calls(role, organisation)));

        var redirect = Assert.IsType<LocalRedirectResult>(await page.OnGetAsync(PartlyHandedOver.FirstSscc, TestContext.Current.CancellationToken));

        Assert.Equal((address, true), (redirect.Url, redirect.PreserveMethod));
    }

    [Theory]
    [InlineData("/00/395212340000000021", 404)]
    [InlineData("/00/123", 404)]
    [InlineData("/00/x", 404)]
    [InlineData("/00/395212340000000014/21/1", 404)]
    [InlineData("/00/395212340000000014?linkType=all", 307)]
    public async Task What_is_no_carton_of_ours_is_not_found(string path, int status) => Assert.Equal(status, (await story.Open(path)).Status);

    [Fact]
    public async Task A_wrong_check_digit_is_told_with_the_one_expected()
    {
        var page = await story.Open("/00/395212340000000015");

        Assert.Equal(400, page.Status);
        Assert.Contains("its check digit must be 4", page.Text, StringComparison.Ordinal);
    }
}
