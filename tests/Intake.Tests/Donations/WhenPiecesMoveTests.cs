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

public sealed class WhenPiecesMoveTests
{
    [Fact]
    public async Task A_donation_closes_by_itself_when_the_last_piece_reaches_an_institution_and_only_once()
    {
        var distribution = new ServiceDefinition("distribution", typeof(WhenPiecesMoveTests).Assembly);
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
