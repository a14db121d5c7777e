using Logistics.Contracts.Intake;
using Logistics.Contracts.Shipment;
using Logistics.Shipment.Cartons;
using Logistics.Testing;

namespace Logistics.Shipment.Tests.Cartons;

public sealed class WhenDonationReleasedTests
{
    [Fact]
    public void A_release_or_cancellation_of_nothing_that_waits_appends_nothing()
    {
        Assert.Empty(WhenDonationReleased.Decide(Some.Donation, 0));
        Assert.IsType<CartonsReleased>(Assert.Single(WhenDonationReleased.Decide(Some.Donation, 1)));
        Assert.Empty(WhenDonationCancelled.Decide(Some.Donation, 0));
        Assert.IsType<CartonsWithdrawn>(Assert.Single(WhenDonationCancelled.Decide(Some.Donation, 1)));
    }

    [Fact]
    public async Task An_earlier_release_that_is_seen_again_does_not_release_what_was_packed_later()
    {
        await using var world = await World.WithCartons(2);
        await world.Pack(Some.Cartons(Some.Donation, 1, "mask", 'L', 3, 60));
        await world.Followed("announced", 3);
        var head = world.Count("select seq from log_head");

        await world.Host.Log("shipment").Rebuild();
        await Eventually.Holds(
            () => Task.FromResult(world.Count("select coalesce(max(seq), 0) from position where source = 'intake'") == world.Host.Log("intake").Head),
            "the intake followed again");

        Assert.Equal(3, world.Count("select count(*) from carton where state = 'announced'"));
        Assert.Equal(head, world.Count("select seq from log_head"));
    }
}
