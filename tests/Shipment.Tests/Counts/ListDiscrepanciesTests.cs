using Logistics.Hosting.Access;

namespace Logistics.Shipment.Tests.Counts;

public sealed class ListDiscrepanciesTests
{
    [Fact]
    public async Task A_discrepancy_is_open_until_its_cartons_have_come_to_rest()
    {
        await using var world = await World.Arrived(2);
        await world.Count("damaged", "C0001", "C0001", "wet");
        await world.Confirm(final: true);
        Assert.Equal(2, (await List("?state=open")).Count());

        (await world.Post("/loss", new { cartons = new[] { "D-2020-0001/C0002" }, reason = "the airline paid" })).Expect(200);

        Assert.Equal([(1, 60L)], await List("?state=open"));
        Assert.Equal([(1, 0L)], await List("?state=settled"));
        Assert.Equal(2, (await List($"?airWaybill={World.Awb}")).Count());
        Assert.Empty(await List("?airWaybill=020-12345675"));

        async Task<IEnumerable<(int Cartons, long Open)>> List(string query) =>
            (await world.Host.Get(Role.Auditor, "/shipment/discrepancies" + query)).Expect(200).Json!.AsArray().Select(row => ((int)row!["cartons"]!, (long)row["openPieces"]!));
    }

    [Fact]
    public async Task A_state_that_no_discrepancy_can_have_is_refused()
    {
        await using var world = await World.WithCartons(1);

        (await world.Host.Get(Role.Auditor, "/shipment/discrepancies?state=lost")).Expect(400);
    }
}
