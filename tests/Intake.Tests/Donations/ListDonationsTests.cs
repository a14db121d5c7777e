using Logistics.Hosting.Access;
using Logistics.Testing;

namespace Logistics.Intake.Tests.Donations;

public sealed class ListDonationsTests
{
    [Fact]
    public async Task Donations_are_found_by_state_and_by_part_of_the_donors_name_page_by_page()
    {
        await using var host = await RunningHost.Start(IntakeSlices.Define());
        foreach (var donor in (string[])["Alpha 50%", "Beta", "alphabet"])
            (await host.Post(Role.Foundation, "/intake/donations", new { donor, pledgedOn = "2020-05-08", lines = new[] { new { product = "mask", pieces = 60 } } })).Expect(201);
        (await host.Post(Role.Foundation, "/intake/donations/D-2020-0002/cancellation", new { reason = "The factory stopped." })).Expect(200);

        Assert.Equal(["D-2020-0001", "D-2020-0002", "D-2020-0003"], await Numbers(""));
        Assert.Equal(["D-2020-0001", "D-2020-0003"], await Numbers("?donor=ALPHA"));
        Assert.Equal(["D-2020-0001"], await Numbers("?donor=0%25"));
        Assert.Equal(["D-2020-0001", "D-2020-0003"], await Numbers("?state=open"));
        Assert.Equal(["D-2020-0002"], await Numbers("?after=D-2020-0001&limit=1"));

        async Task<IEnumerable<string>> Numbers(string query) =>
            (await host.Get(Role.Coordinator, "/intake/donations" + query)).Expect(200).Json!.AsArray().Select(row => (string)row!["number"]!);
    }

    [Fact]
    public async Task A_state_that_no_donation_can_have_is_refused()
    {
        await using var host = await RunningHost.Start(IntakeSlices.Define());

        (await host.Get(Role.Coordinator, "/intake/donations?state=lost")).Expect(400);
    }
}
