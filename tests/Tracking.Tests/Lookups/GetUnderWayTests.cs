using Logistics.Client.Tracking;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Intake;
using Logistics.Contracts.Syntax;
using Logistics.Testing;

namespace Logistics.Tracking.Tests.Lookups;

public sealed class GetUnderWayTests
{
    [Fact]
    public async Task The_newest_four_that_are_open_come_with_figures_and_the_others_by_name()
    {
        await using var host = await RunningHost.Start([TrackingSlices.Define(), .. PartlyHandedOver.BareLogs]);
        await PartlyHandedOver.Append(host, "intake", Enumerable.Range(1, 7).Select(serial => ("donation", (object)Registered(serial))));
        await PartlyHandedOver.Append(host, "intake", [("donation", new DonationClosed(DonationNumber.From(2020, 7)))]);
        await PartlyHandedOver.Followed(host);

        var underWay = (await new TrackingClient(host.Calls(null)).GetUnderWay(TestContext.Current.CancellationToken)).Expect();

        Assert.Equal(["D-2020-0006", "D-2020-0005", "D-2020-0004", "D-2020-0003"], underWay.Newest.Select(donation => donation.Balance.Number.Value));
        Assert.Equal(["D-2020-0002", "D-2020-0001"], underWay.Others.Select(donation => donation.Number.Value));
    }

    static DonationRegistered Registered(int serial)
    {
        var goods = new Goods(DonationNumber.From(2020, serial), 1, Code.Parse<ProductCode>("mask"), null, null, null, 60);
        return new DonationRegistered(goods.Donation, "Donor", new DateOnly(2020, 5, serial), [new(1, goods.Product, null, 60)], [new(null, LedgerAccount.Pledged, goods)]);
    }
}
