using Logistics.Hosting.Access;
using Logistics.Testing;

namespace Logistics.Intake.Tests.Donations;

public sealed class GetDonationTests
{
    [Fact]
    public async Task A_donation_is_shown_with_the_pieces_of_each_line_by_account()
    {
        await using var host = await RunningHost.Start(IntakeSlices.Define());
        (await host.Post(Role.Foundation, "/intake/donations", DonationFixtures.PledgeOf(600, 50))).Expect(201);
        (await host.Post(Role.Foundation, "/intake/donations/D-2020-0001/uniform-packings", new { line = 1, cartons = 4, piecesPerCarton = 60, lot = "A" })).Expect(200);

        var donation = (await host.Get(Role.Auditor, "/intake/donations/D-2020-0001")).Expect(200);

        Assert.Equal(("Donor", "open"), ((string?)donation["donor"], (string?)donation["state"]));
        Assert.Equal((360L, 240L), ((long)donation["lines"]![0]!["accounts"]!["pledged"]!, (long)donation["lines"]![0]!["accounts"]!["packed"]!));
        Assert.Equal("""{"pledged":50}""", donation["lines"]![1]!["accounts"]!.ToJsonString());
    }

    [Fact]
    public async Task A_donation_that_nobody_pledged_is_not_found()
    {
        await using var host = await RunningHost.Start(IntakeSlices.Define());

        Assert.Equal("not-found", (await host.Get(Role.Auditor, "/intake/donations/D-2020-0001")).Expect(404).Code);
    }
}
