using Logistics.Testing;

namespace Logistics.Shipment.Tests.Consignments;

public sealed class GetConsignmentTests
{
    [Fact]
    public async Task A_consignment_says_how_far_it_is()
    {
        await using var world = await World.Booked(3);
        async Task<string> Now()
        {
            var row = Assert.Single((await world.Host.Get(Hosting.Access.Role.Coordinator, "/shipment/consignments")).Expect(200).Json!.AsArray())!;
            Assert.Equal((string?)row["state"], (string?)(await world.Get()).Expect(200)["state"]);
            return $"{(string?)row["state"]}, customs {(string?)row["customs"]}, {(int?)row["countedCartons"]} counted";
        }

        Assert.Equal("booked, customs none, 0 counted", await Now());
        await world.Milestone("dep", "2020-05-11T23:40:00+08:00");
        Assert.Equal("in-air, customs none, 0 counted", await Now());
        await world.Milestone("arr", "2020-05-12T02:35:00+09:00");
        (await world.Post("/counts", new { })).Expect(201);
        await world.Count("good", "C0001", "C0002");
        (await world.Post("/customs/entry", new { entry = "E-1", at = "2020-05-12T09:00:00+09:00" })).Expect(200);
        Assert.Equal("at-airport, customs entered, 2 counted", await Now());
        await world.Confirm(final: true);
        await world.Clear();
        Assert.Equal("at-airport, customs released, 3 counted", await Now());
        (await world.Post("/delivery", new { hub = "Tokyo", at = "2020-05-13T14:00:00+09:00" })).Expect(201);
        Assert.Equal("delivered, customs released, 3 counted", await Now());

        async Task<HttpReply> List(string filter) => await world.Host.Get(Hosting.Access.Role.Coordinator, "/shipment" + filter);
        Assert.Equal((0, 1, 0), ((await List("/consignments?open=true")).Total, (await List("/consignments?state=delivered")).Total, (await List("/consignments?state=in-air")).Total));
        Assert.Equal("filter-unknown", (await List("/consignments?state=late")).Expect(400).Code);
        Assert.Equal("switch-format", (await List("/consignments?open=maybe")).Expect(400).Code);
        Assert.Equal((1, 0), ((await List("/discrepancies?state=open&kind=shortage")).Total, (await List("/discrepancies?airWaybill=020-12345675")).Total));
        Assert.Equal("filter-unknown", (await List("/discrepancies?state=closed")).Expect(400).Code);
        Assert.Equal("filter-unknown", (await List("/discrepancies?kind=lost")).Expect(400).Code);
        (await world.Post("/loss", new { cartons = new[] { "D-2020-0001/C0003" }, reason = "not found" })).Expect(200);
        Assert.Equal("settled", (string?)(await List("/discrepancies")).Json![0]!["state"]);
    }
}
