using Logistics.Client;
using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;

namespace Logistics.Client.Tests;

public sealed class RouteTests
{
    [Fact]
    public void Placeholders_are_filled_in_their_order_and_escaped()
    {
        var route = new QueryRoute<NoQuery, string>("shipment", "/consignments/{airWaybill}/counts/{session:int}");

        Assert.Equal("/shipment/consignments/999-20051113/counts/2", route.At(Code.Parse<AirWaybill>("999-20051113"), 2));
        Assert.Equal("/shipment/consignments/a%2Fb%3F/counts/1", route.At("a/b?", 1));
    }

    [Fact]
    public void A_value_too_few_or_too_many_is_a_fault_of_the_caller()
    {
        Assert.Throws<ArgumentException>(() => DistributionRoutes.ReverseReceipt.At());
        Assert.Throws<ArgumentException>(() => DistributionRoutes.ReverseReceipt.At("R-2020-0001", "R-2020-0002"));
    }

    [Fact]
    public void A_route_is_named_after_the_member_that_holds_it() => Assert.Equal("ReverseReceipt", DistributionRoutes.ReverseReceipt.Name);
}
