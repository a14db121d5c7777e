using Logistics.Contracts.Codes;
using Logistics.Contracts.Intake;
using Logistics.Contracts.Syntax;
using Logistics.Hosting.Access;
using Logistics.Intake.Donations;
using Logistics.Testing;

using static Logistics.Intake.Tests.Donations.DonationFixtures;

namespace Logistics.Intake.Tests.Donations;

public sealed class AmendDonationTests
{
    [Fact]
    public void More_is_pledged_and_less_is_taken_back_by_the_difference()
    {
        var amended = AmendDonation.Decide(PartlyPacked, new("recounted", [new(1, 1_200), new(2, 400)])).Event;

        Assert.NotNull(amended);
        Assert.Equal((null, LedgerAccount.Pledged, 200), (amended.Movements[0].From, amended.Movements[0].To, amended.Movements[0].Goods.Pieces));
        Assert.Equal((LedgerAccount.Pledged, null, 100), (amended.Movements[1].From, amended.Movements[1].To, amended.Movements[1].Goods.Pieces));
    }

    [Fact]
    public void A_new_line_gets_the_next_number()
    {
        var amended = AmendDonation.Decide(PartlyPacked, new("also goggles", [new(null, 50, Code.Parse<ProductCode>("goggles"))])).Event;

        Assert.NotNull(amended);
        Assert.Equal(3, Assert.Single(amended.Lines).Line);
    }

    [Fact]
    public void What_is_packed_cannot_be_taken_back()
    {
        var refusal = AmendDonation.Decide(PartlyPacked, new("less", [new(2, 299)])).Refusal!;

        Assert.Equal("donation-line-packed", refusal.Code);
        Assert.Contains(("packed", 300L), refusal.Facts);
    }

    [Theory]
    [InlineData("", 1, 5L, "reason-required")]
    [InlineData("why", 9, 5L, "donation-line-unknown")]
    [InlineData("why", 1, -1L, "pieces-not-positive")]
    [InlineData("why", 1, 1_000L, "nothing-to-change")]
    public void A_faulty_amendment_is_refused(string reason, int line, long pieces, string code) =>
        Assert.Equal(code, AmendDonation.Decide(PartlyPacked, new(reason, [new(line, pieces)])).Refusal?.Code);

    [Fact]
    public void A_line_keeps_its_product_and_a_new_one_needs_one()
    {
        Assert.Equal("donation-line-product", AmendDonation.Decide(PartlyPacked, new("why", [new(1, 5, Garment)])).Refusal?.Code);
        Assert.Equal("donation-line-product", AmendDonation.Decide(PartlyPacked, new("why", [new(null, 5)])).Refusal?.Code);
    }

    [Fact]
    public void A_line_named_twice_or_no_line_is_refused()
    {
        Assert.Equal("lines-missing", AmendDonation.Decide(PartlyPacked, new("why", [new(1, 5), new(1, 6)])).Refusal?.Code);
        Assert.Equal("lines-missing", AmendDonation.Decide(PartlyPacked, new("why", [])).Refusal?.Code);
    }

    [Fact]
    public void A_closed_donation_stays_as_it_is() =>
        Assert.Equal("donation-not-open", AmendDonation.Decide(Closed, new("why", [new(1, 5)])).Refusal?.Code);

    [Fact]
    public async Task The_amended_pledge_is_shown()
    {
        await using var host = await RunningHost.Start(IntakeSlices.Define());
        (await host.Post(Role.Foundation, "/intake/donations", PledgeOf(1_000, 500))).Expect(201);

        (await host.Post(Role.Foundation, "/intake/donations/D-2020-0001/amendments", new { reason = "recounted", lines = new[] { new { number = 1, pieces = 900 } } })).Expect(200);
        var unknown = await host.Post(Role.Foundation, "/intake/donations/D-2020-0009/amendments", new { reason = "x", lines = new[] { new { number = 1, pieces = 900 } } });

        Assert.Equal(900, (long?)(await host.Get(Role.Foundation, "/intake/donations/D-2020-0001"))["lines"]![0]!["accounts"]!["pledged"]);
        Assert.Equal((404, "not-found", "D-2020-0009"), (unknown.Status, unknown.Code, (string?)unknown["number"]));
    }
}
