using Logistics.Contracts.Intake;
using Logistics.Contracts.Shipment;
using Logistics.Shipment.Cartons;
using Logistics.Testing;

namespace Logistics.Shipment.Tests.Cartons;

public sealed class WhenCartonsPackedTests
{
    [Fact]
    public void Cartons_that_were_announced_by_the_same_event_are_not_announced_again()
    {
        var packed = new CartonsPacked(Some.Donation, "Donor", Some.Masks(3), []);

        var first = Assert.IsType<CartonsAnnounced>(Assert.Single(WhenCartonsPacked.Decide(packed, 7, Some.Masks(1).Select(carton => carton.Id).ToHashSet())));

        Assert.Equal((7, 2), (first.PackedSeq, first.Cartons.Count));
        Assert.Empty(WhenCartonsPacked.Decide(packed, 7, Some.Masks(3).Select(carton => carton.Id).ToHashSet()));
    }
}
