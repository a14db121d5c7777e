using Logistics.Contracts.Intake;
using Logistics.Hosting.Access;
using Logistics.Intake.Donations;
using Logistics.Testing;

using static Logistics.Intake.Tests.Donations.DonationFixtures;

namespace Logistics.Intake.Tests.Donations;

public sealed class ReleaseDonationTests
{
    [Fact]
    public void All_that_is_packed_is_released() =>
        Assert.Equal(new DonationReleased(Number, 5, 300), ReleaseDonation.Decide(PartlyPacked, 5, 300).Event);

    [Fact]
    public void There_must_be_something_to_release()
    {
        Assert.Equal("nothing-packed", ReleaseDonation.Decide(PartlyPacked, 0, 0).Refusal?.Code);
        Assert.Equal("donation-not-open", ReleaseDonation.Decide(Closed, 5, 300).Refusal?.Code);
    }

    [Fact]
    public async Task A_second_release_is_for_what_was_packed_since()
    {
        await using var host = await RunningHost.Start(IntakeSlices.Define());
        (await host.Post(Role.Foundation, "/intake/donations", PledgeOf(1_000, 500))).Expect(201);
        (await host.Post(Role.Foundation, "/intake/donations/D-2020-0001/uniform-packings", new { line = 1, cartons = 10, piecesPerCarton = 60, lot = "A" })).Expect(200);
        (await host.Post(Role.Foundation, "/intake/donations/D-2020-0001/release", new { })).Expect(200);
        var nothing = await host.Post(Role.Foundation, "/intake/donations/D-2020-0001/release", new { });
        (await host.Post(Role.Foundation, "/intake/donations/D-2020-0001/uniform-packings", new { line = 2, cartons = 3, piecesPerCarton = 50, lot = "A" })).Expect(200);

        var second = (await host.Post(Role.Foundation, "/intake/donations/D-2020-0001/release", new { })).Expect(200);

        Assert.Equal((409, "nothing-packed"), (nothing.Status, nothing.Code));
        Assert.Equal((3, 150L), ((int)second["cartons"]!, (long)second["pieces"]!));
    }
}
