using Logistics.Client.Shipment;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.Contracts.Syntax;
using Logistics.Shipment.Consignments;
using Logistics.Shipment.Counts;

namespace Logistics.Shipment.Tests.Counts;

public sealed class CountQuantityTests
{
    [Fact]
    public void A_quantity_is_positive_and_there()
    {
        Assert.Equal("count-too-few", CountQuantity.Opposed(new(Condition.Good, Some.Donation, 1, 3), 2)?.Code);
        Assert.Equal("pieces-not-positive", CountQuantity.Opposed(new(Condition.Good, Some.Donation, 1, 0), 2)?.Code);
    }
}
