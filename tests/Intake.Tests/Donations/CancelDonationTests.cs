using Logistics.Contracts.Codes;
using Logistics.Contracts.Intake;
using Logistics.Contracts.Syntax;
using Logistics.Hosting.Access;
using Logistics.Intake.Donations;
using Logistics.Testing;

using static Logistics.Intake.Tests.Donations.DonationFixtures;

namespace Logistics.Intake.Tests.Donations;

public sealed class CancelDonationTests
{
    [Fact]
    public void What_is_pledged_and_not_packed_is_cancelled()
    {
        var cancelled = CancelDonation.Decide(PartlyPacked, [], new("factory closed")).Event;

        Assert.NotNull(cancelled);
        Assert.All(cancelled.Movements, movement => Assert.Equal((LedgerAccount.Pledged, LedgerAccount.Cancelled), (movement.From, movement.To)));
        Assert.Equal(1_200, cancelled.Movements.Sum(movement => movement.Goods.Pieces));
    }

    [Fact]
    public void A_cancellation_needs_a_reason() =>
        Assert.Equal("reason-required", CancelDonation.Decide(PartlyPacked, [], new("")).Refusal?.Code);

    [Fact]
    public void Nothing_is_cancelled_when_all_is_released() =>
        Assert.Equal("donation-all-released", CancelDonation.Decide(AtRest, [], new("why")).Refusal?.Code);

    [Fact]
    public void A_closed_donation_cannot_be_cancelled() =>
        Assert.Equal("donation-not-open", CancelDonation.Decide(Closed, [], new("why")).Refusal?.Code);

    [Fact]
    public async Task A_donation_of_which_nothing_was_released_is_cancelled_as_a_whole()
    {
        await using var host = await RunningHost.Start(IntakeSlices.Define());
        (await host.Post(Role.Foundation, "/intake/donations", PledgeOf(1_000, 500))).Expect(201);
        (await host.Post(Role.Foundation, "/intake/donations/D-2020-0001/uniform-packings", new { line = 1, cartons = 10, piecesPerCarton = 60, lot = "A" })).Expect(200);

        var cancelled = (await host.Post(Role.Foundation, "/intake/donations/D-2020-0001/cancellation", new { reason = "factory closed" })).Expect(200);
        var donation = await host.Get(Role.Foundation, "/intake/donations/D-2020-0001");

        Assert.Equal(1_500, (long?)cancelled["pieces"]);
        Assert.Equal("cancelled", (string?)donation["state"]);
        Assert.Equal(1_000, (long?)donation["lines"]![0]!["accounts"]!["cancelled"]);
    }

    [Fact]
    public async Task Released_cartons_go_on_when_the_rest_is_cancelled()
    {
        await using var host = await RunningHost.Start(IntakeSlices.Define());
        (await host.Post(Role.Foundation, "/intake/donations", PledgeOf(1_000, 500))).Expect(201);
        (await host.Post(Role.Foundation, "/intake/donations/D-2020-0001/uniform-packings", new { line = 1, cartons = 10, piecesPerCarton = 60, lot = "A" })).Expect(200);
        (await host.Post(Role.Foundation, "/intake/donations/D-2020-0001/release", new { })).Expect(200);
        (await host.Post(Role.Foundation, "/intake/donations/D-2020-0001/uniform-packings", new { line = 2, cartons = 1, piecesPerCarton = 50, lot = "A" })).Expect(200);

        (await host.Post(Role.Foundation, "/intake/donations/D-2020-0001/cancellation", new { reason = "factory closed" })).Expect(200);
        var donation = await host.Get(Role.Foundation, "/intake/donations/D-2020-0001");

        Assert.Equal("open", (string?)donation["state"]);
        Assert.Equal(600, (long?)donation["lines"]![0]!["accounts"]!["packed"]);
        Assert.Equal(500, (long?)donation["lines"]![1]!["accounts"]!["cancelled"]);
    }
}
