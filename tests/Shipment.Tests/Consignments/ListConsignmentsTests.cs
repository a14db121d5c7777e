using Logistics.Hosting.Access;

namespace Logistics.Shipment.Tests.Consignments;

public sealed class ListConsignmentsTests
{
    [Fact]
    public async Task A_consignment_is_listed_by_how_far_it_is_and_is_open_until_it_is_delivered()
    {
        await using var world = await World.Booked(2);
        Assert.Equal(["booked"], await States(""));

        await world.Milestone("arr", "2020-05-12T02:35:00+09:00");
        Assert.Equal(["at-airport"], await States("?open=true"));
        Assert.Empty(await States("?state=booked"));

        (await world.Post("/counts", new { })).Expect(201);
        await world.Count("good", "C0001", "C0002");
        await world.Confirm(final: true);
        await world.Clear();
        (await world.Post("/delivery", new { hub = "Narita hub", at = "2020-05-13T10:00:00+09:00" })).Expect(201);

        Assert.Equal(["delivered"], await States("?state=delivered"));
        Assert.Empty(await States("?open=true"));

        async Task<IEnumerable<string>> States(string query) =>
            (await world.Host.Get(Role.Auditor, "/shipment/consignments" + query)).Expect(200).Json!.AsArray().Select(row => (string)row!["state"]!);
    }

    [Fact]
    public async Task A_state_that_no_consignment_can_have_is_refused()
    {
        await using var world = await World.WithCartons(1);

        (await world.Host.Get(Role.Auditor, "/shipment/consignments?state=lost")).Expect(400);
    }
}
