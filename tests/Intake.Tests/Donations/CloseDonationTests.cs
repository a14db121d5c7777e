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
}
