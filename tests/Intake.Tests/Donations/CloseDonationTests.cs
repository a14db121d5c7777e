using Logistics.Client.Intake;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Contracts.Intake;
using Logistics.Contracts.Syntax;
using Logistics.EventLog;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Intake.Donations;
using Logistics.Testing;

using static Logistics.Intake.Tests.Donations.DonationFixtures;

namespace Logistics.Intake.Tests.Donations;

public sealed class CloseDonationTests
{
    [Fact]
    public void A_donation_whose_pieces_have_all_come_to_rest_is_closed() =>
        Assert.Equal(new DonationClosed(Number), CloseDonation.Decide(AtRest).Event);

    [Fact]
    public void While_the_balance_is_open_the_refusal_says_where_the_pieces_are()
    {
        var refusal = CloseDonation.Decide(PartlyPacked).Refusal!;

        Assert.Equal("donation-balance-open", refusal.Code);
        Assert.Contains(("pieces", 1_500L), refusal.Facts);
        Assert.Equal(
            [new(1, LedgerAccount.Pledged, 1_000), new(2, LedgerAccount.Packed, 300), new(2, LedgerAccount.Pledged, 200)],
            Assert.IsType<OpenPieces[]>(refusal.Facts.Single(fact => fact.Name == "open").Value));
    }

    [Fact]
    public void It_is_closed_once() => Assert.Equal("donation-not-open", CloseDonation.Decide(Closed).Refusal?.Code);

    [Fact]
    public async Task It_closes_by_itself_when_the_last_piece_reaches_an_institution_and_only_once()
    {
        var distribution = new ServiceDefinition("distribution", typeof(CloseDonationTests).Assembly);
        await using var host = await RunningHost.Start(IntakeSlices.Define(), distribution);
        (await host.Post(Role.Foundation, "/intake/donations", PledgeOf(60, 1))).Expect(201);

        var open = (await host.Post(Role.Foundation, "/intake/donations/D-2020-0001/close", new { })).Expect(409);
        await HandOver(host, Number, 1, 60);
        await HandOver(host, Number, 2, 1);
        await Eventually.Holds(
            async () => (string?)(await host.Get(Role.Foundation, "/intake/donations/D-2020-0001"))["state"] == "closed", "the donation closed");
        await HandOver(host, Number, 1, 1);
        await Eventually.Holds(
            async () => (await host.Get(Role.Coordinator, "/intake/feeds")).Json!.AsArray().Any(feed => (long)feed!["position"]! == 3), "a late event applied");

        Assert.Equal("donation-balance-open", open.Code);
        Assert.Equal(2, host.Log("intake").Head);
    }

    /// <summary>What Distribution would say; straight from the pledge, which is enough for the balance.</summary>
    static Task<int> HandOver(RunningHost host, DonationNumber donation, int line, long pieces)
    {
        var institution = Code.Parse<InstitutionCode>("1312345678");
        var goods = new Goods(donation, line, line == 1 ? Mask : Garment, null, Code.Parse<LotNumber>("A"), null, pieces);
        return host.Log("distribution").Write(new Origin("test", "test"), session =>
        {
            session.Append("handover/H-2020-0001", new HandedOver(
                DocumentNumber.From("H", 2020, 1),
                Code.Parse<RecipientCode>("13"),
                new Institution(institution, "Hospital", true),
                default,
                [goods],
                [new Movement(LedgerAccount.Pledged, LedgerAccount.Institution(institution), goods)]));
            return 0;
        });
    }
}
