using Logistics.Contracts.Intake;
using Logistics.Contracts.Shipment;
using Logistics.Shipment.Cartons;
using Logistics.Testing;

namespace Logistics.Shipment.Tests.Cartons;

public sealed class WhenDonationCancelledTests
{
    [Fact]
    public async Task A_cancellation_takes_away_only_what_was_not_released_and_a_later_list_brings_it_back()
    {
        await using var world = await World.WithCartons(2);
        var later = Some.Cartons(Some.Donation, 1, "mask", 'L', 3, 60);
        await world.Pack(later);
        await world.Followed("announced", 3);

        await world.Intake(new DonationCancelled(Some.Donation, "lost", []));
        await world.Followed("withdrawn", 3);
        Assert.Equal(2, world.Count("select count(*) from carton where state = 'released'"));

        await world.Pack(later);
        await world.Followed("announced", 3);
        Assert.Equal(5, world.Count("select count(*) from carton_goods"));
    }
}
