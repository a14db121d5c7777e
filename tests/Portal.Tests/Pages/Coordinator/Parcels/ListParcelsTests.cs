using Logistics.Hosting.Access;

namespace Logistics.Portal.Tests.Pages.Coordinator.Parcels;

public sealed class ListParcelsTests(FourServices services) : IClassFixture<FourServices>
{
    [Fact]
    public async Task Parcels_are_filtered_by_recipient_and_state_and_exported_as_they_are_filtered()
    {
        var parcels = await services.Sent(("11", 2), ("12", 1));
        using var coordinator = await services.SignIn(Role.Coordinator);

        var sent = (await coordinator.Get("/coordinator/parcels?recipient=11&state=in-delivery")).Expect(200);
        var received = (await coordinator.Get("/coordinator/parcels?recipient=11&state=received")).Expect(200);
        var export = (await coordinator.Get("/coordinator/parcels?recipient=11&state=in-delivery&handler=export")).Expect(200);

        Assert.Contains(parcels["11"], sent.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(parcels["12"], sent.Words, StringComparison.Ordinal);
        Assert.Matches("value=\"in-delivery\"[^>]*selected", sent.Text);
        Assert.DoesNotContain(parcels["11"], received.Words, StringComparison.Ordinal);
        Assert.Contains(parcels["11"], export.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(parcels["12"], export.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("state=lost")]
    [InlineData("recipient=*")]
    [InlineData("state=lost&handler=export")]
    public async Task A_filter_that_nobody_knows_is_not_found(string filter)
    {
        using var coordinator = await services.SignIn(Role.Coordinator);

        (await coordinator.Get($"/coordinator/parcels?{filter}")).Expect(404);
    }
}
