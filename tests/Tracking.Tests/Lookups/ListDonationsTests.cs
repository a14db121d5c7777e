using Logistics.Client.Intake;
using Logistics.Client.Tracking;
using Logistics.Hosting.Access;
using Logistics.Testing;

namespace Logistics.Tracking.Tests.Lookups;

public sealed class ListDonationsTests(TrackCodeTests.Story story) : IClassFixture<TrackCodeTests.Story>
{
    [Fact]
    public async Task The_newest_comes_first_with_the_accounts_of_its_lines()
    {
        var page = await Ask(new ListDonationsByDayQuery());

        Assert.Equal((1, 25, 2), (page.Page, page.Size, page.Total));
        Assert.Equal(["D-2020-0002", "D-2020-0001"], page.Donations.Select(donation => donation.Number.Value));
        Assert.Equal(60, page.Donations[0].Lines.Single().Accounts["packed"]);
    }

    [Fact]
    public async Task A_state_leaves_the_others_out_and_a_page_beyond_the_last_is_the_last()
    {
        Assert.Empty((await Ask(new ListDonationsByDayQuery { State = DonationState.Closed })).Donations);
        Assert.Equal((1, 2), await Ask(new ListDonationsByDayQuery { State = DonationState.Open, Page = 9 }) is var page ? (page.Page, page.Donations.Count) : default);
    }

    [Fact]
    public async Task Associations_have_no_such_list() =>
        Assert.Equal("not-found", (await story.Host.Get(Role.Association, "/tracking/donations", organisation: "13")).Expect(404).Code);

    async Task<DonationsByDay> Ask(ListDonationsByDayQuery query) =>
        (await new TrackingClient(story.Host.Calls(Role.Foundation)).ListDonations(query, TestContext.Current.CancellationToken)).Expect();
}
