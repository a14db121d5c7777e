using Logistics.Client.Tracking;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.Testing;

namespace Logistics.Tracking.Tests.Lookups;

public sealed class ListDonationsOfProductTests(TrackCodeTests.Story story) : IClassFixture<TrackCodeTests.Story>
{
    [Theory]
    [InlineData(null, 1)]
    [InlineData("A", 1)]
    [InlineData("G", 0)]
    public async Task A_maker_s_item_leads_to_the_donations_that_hold_it_and_its_lot(string? lot, int count)
    {
        var query = new ListDonationsOfProductQuery { Lot = lot is null ? null : Code.Parse<LotNumber>(lot) };

        var donations = (await new TrackingClient(story.Host.Calls(null)).ListDonationsOfProduct(PartlyHandedOver.MaskItem, query, TestContext.Current.CancellationToken)).Expect();

        Assert.Equal(Enumerable.Repeat(("D-2020-0001", "mask"), count), donations.Select(donation => (donation.Number.Value, donation.Product.Value)));
    }
}
