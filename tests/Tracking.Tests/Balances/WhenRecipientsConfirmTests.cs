using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.Testing;
using Logistics.Tracking.Balances;
using Logistics.Tracking.Tests.Lookups;

namespace Logistics.Tracking.Tests.Balances;

public sealed class WhenRecipientsConfirmTests(TrackCodeTests.Story story) : IClassFixture<TrackCodeTests.Story>
{
    [Theory]
    [InlineData("hub", "reserved:13", "13 +10 +0")]
    [InlineData("reserved:13", "hub", "13 -10 +0")]
    [InlineData("reserved:13", "in-delivery:13", "")]
    [InlineData("in-delivery:13", "association:13", "13 +0 +10")]
    [InlineData("in-delivery:13", "damaged:13", "13 +0 +10")]
    [InlineData("in-delivery:13", "held:13", "13 +0 +10")]
    [InlineData("in-delivery:13", "missing:13", "")]
    [InlineData("missing:13", "association:13", "13 +0 +10")]
    [InlineData("missing:13", "missing:written-off", "")]
    [InlineData("association:13", "in-delivery:13", "13 +0 -10")]
    [InlineData("damaged:13", "destroyed", "")]
    [InlineData("association:13", "institution:1312345678", "")]
    [InlineData("institution:1312345678", "association:13", "")]
    [InlineData("association:13", "in-delivery:27", "27 +10 +0")]
    [InlineData("packed", "in-air", "")]
    public void What_was_meant_and_what_came_change_with_what_moves(string from, string to, string changes) => Assert.Equal(
        changes,
        string.Join(' ', WhenRecipientsConfirm
            .ChangesOf(new Movement(Code.Parse<LedgerAccount>(from), Code.Parse<LedgerAccount>(to), new Goods(PartlyHandedOver.Gift, 1, Code.Parse<ProductCode>("mask"), null, null, null, 10)))
            .Select(change => $"{change.Recipient} {Signed(change.Allotted)} {Signed(change.Confirmed)}")));

    [Fact]
    public void What_was_handed_on_has_still_come() => Assert.Equal(
        [("13", 300L, 220L), ("27", 60, 0)],
        LoadShares.Of(story.As(null), PartlyHandedOver.Gift).Select(share => (share.Recipient.Value, share.Allotted, share.Confirmed)));

    static string Signed(long pieces) => pieces < 0 ? $"{pieces}" : $"+{pieces}";
}
