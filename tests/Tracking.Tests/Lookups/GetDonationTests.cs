using Logistics.Client.Tracking;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.Testing;

namespace Logistics.Tracking.Tests.Lookups;

public sealed class GetDonationTests(TrackCodeTests.Story story) : IClassFixture<TrackCodeTests.Story>
{
    [Fact]
    public async Task Anybody_sees_where_its_pieces_are_and_what_each_recipient_confirmed()
    {
        var donation = (await Ask(PartlyHandedOver.Gift)).Body!;

        Assert.Equal((PartlyHandedOver.Donor, new DateOnly(2020, 5, 8), TrackedState.Open), (donation.Donor, donation.PledgedOn, donation.State));
        Assert.Equal([600L, 100], donation.Balance.Lines.Select(line => line.Pledged));
        Assert.Equal(290, donation.Journey.Accounts["hub"]);
        Assert.Equal([("13", 300L, 220L), ("27", 60, 0)], donation.Shares.Select(share => (share.Recipient.Value, share.Allotted, share.Confirmed)));
    }

    [Fact]
    public async Task What_nobody_pledged_is_not_found() => Assert.Equal((404, "not-found"), (await Ask(DonationNumber.From(2020, 9))).Problem is { } problem ? (problem.Status, problem.Code) : default);

    Task<Client.Reply<TrackedDonation>> Ask(DonationNumber number) => new TrackingClient(story.Host.Calls(null)).GetDonation(number, TestContext.Current.CancellationToken);
}
