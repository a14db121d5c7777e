using Logistics.EventLog.Events;
using Logistics.Testing;
using Logistics.Tracking.Topics;

namespace Logistics.Tracking.Tests.Topics;

public sealed class ChangedTopicsTests
{
    [Fact]
    public void A_receipt_changes_its_parcel_its_donation_and_its_recipient()
    {
        var receipt = PartlyHandedOver.Distribution.First(one => one.Event is Contracts.Distribution.ReceiptConfirmed).Event;

        Assert.Equal(
            ["distribution", "donation/D-2020-0001", "parcel/P-13-2020-0001", "recipient/13"],
            ChangedTopics.Of(About("distribution"), receipt).Order(StringComparer.Ordinal));
    }

    static Recorded About(string source) => new()
    {
        Source = source,
        Seq = 1,
        Type = "test",
        Stream = "test",
        Actor = "test",
        At = DateTimeOffset.UnixEpoch,
    };
}
