namespace Logistics.Portal.Tests.Pages.Association.Parcels;

public sealed class ShowIncomingTests(Dock dock) : IClassFixture<Dock>
{
    [Fact]
    public async Task The_first_page_shows_what_to_confirm_and_nothing_of_others()
    {
        var (mine, osakas) = (await dock.Parcel(), await dock.Parcel("27"));

        var page = await Dock.Text(await dock.Tokyo.Http.GetAsync(new Uri("/association", UriKind.Relative), TestContext.Current.CancellationToken));

        Assert.Contains(mine, page, StringComparison.Ordinal);
        Assert.DoesNotContain(osakas, page, StringComparison.Ordinal);
        Assert.Contains("到着予定日を過ぎています", page, StringComparison.Ordinal);
    }
}
