using Logistics.Contracts.Codes;
using Logistics.Contracts.Intake;
using Logistics.Contracts.Syntax;
using Logistics.Hosting.Access;
using Logistics.Intake.Donations;
using Logistics.Testing;

namespace Logistics.Intake.Tests.Donations;

public sealed class RegisterDonationTests
{
    static readonly DonationNumber Number = DonationNumber.From(2020, 1);
    static readonly ProductCode Mask = Code.Parse<ProductCode>("mask");

    static readonly object May2020 = new
    {
        donor = "Alibaba Foundation",
        pledgedOn = "2020-05-08",
        lines = new[] { new { product = "mask", pieces = 300_000 }, new { product = "garment", pieces = 150_000 } },
    };

    [Fact]
    public void Every_line_enters_the_balance_as_pledged()
    {
        var decision = RegisterDonation.Decide(Number, new("Alibaba Foundation", new DateOnly(2020, 5, 8), [new(Mask, 300_000)]));

        Assert.NotNull(decision.Event);
        var movement = Assert.Single(decision.Event.Movements);
        Assert.Equal((null, LedgerAccount.Pledged, 300_000), (movement.From, movement.To, movement.Goods.Pieces));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_000_000_000_001)]
    public void Pieces_are_a_positive_number_up_to_a_million_millions(long pieces)
    {
        var decision = RegisterDonation.Decide(Number, new("Donor", new DateOnly(2020, 5, 8), [new(Mask, 1), new(Mask, pieces)]));

        Assert.Equal("pieces-not-positive", decision.Refusal?.Code);
        Assert.Contains(("field", "lines[1].pieces"), decision.Refusal!.Facts);
    }

    [Fact]
    public void A_donation_without_donor_or_lines_is_refused()
    {
        Assert.Equal("text-required", RegisterDonation.Decide(Number, new("", new DateOnly(2020, 5, 8), [new(Mask, 1)])).Refusal?.Code);
        Assert.Equal("text-too-long", RegisterDonation.Decide(Number, new(new string('x', 201), new DateOnly(2020, 5, 8), [new(Mask, 1)])).Refusal?.Code);
        Assert.Equal("lines-missing", RegisterDonation.Decide(Number, new("Donor", new DateOnly(2020, 5, 8), [])).Refusal?.Code);
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("1999-12-31")]
    [InlineData("2101-01-01")]
    public async Task A_year_that_is_a_slip_of_the_keyboard_is_refused(string pledgedOn)
    {
        await using var host = await RunningHost.Start(IntakeSlices.Define());

        var refused = (await host.Post(Role.Foundation, "/intake/donations", new { donor = "Donor", pledgedOn, lines = new[] { new { product = "mask", pieces = 1 } } })).Expect(422);

        Assert.Equal("day-out-of-range", refused.Code);
    }

    [Fact]
    public async Task A_registered_donation_shows_its_pledge()
    {
        await using var host = await RunningHost.Start(IntakeSlices.Define());

        var registered = (await host.Post(Role.Foundation, "/intake/donations", May2020)).Expect(201);
        var donation = await host.Get(Role.Foundation, "/intake/donations/D-2020-0001");

        Assert.Equal("D-2020-0001", (string?)registered["number"]);
        Assert.Equal("intake=1", registered.LogPosition);
        Assert.Equal(300_000, (long?)donation["lines"]![0]!["accounts"]!["pledged"]);
        Assert.Equal(150_000, (long?)donation["lines"]![1]!["accounts"]!["pledged"]);
    }

    [Fact]
    public async Task The_same_key_again_gets_the_same_answer_and_appends_nothing()
    {
        await using var host = await RunningHost.Start(IntakeSlices.Define());

        var first = (await host.Post(Role.Foundation, "/intake/donations", May2020, "key")).Expect(201);
        var again = (await host.Post(Role.Foundation, "/intake/donations", May2020, "key")).Expect(201);
        var other = (await host.Post(Role.Foundation, "/intake/donations", new { donor = "X", pledgedOn = "2020-05-08", lines = new[] { new { product = "mask", pieces = 1 } } }, "key")).Expect(409);

        Assert.Equal((first.Text, first.LogPosition), (again.Text, again.LogPosition));
        Assert.Equal("idempotency-key-reused", other.Code);
        Assert.Equal(1, host.Log("intake").Head);
    }
}
