namespace Logistics.Shipment.Tests.Cartons;

public sealed class ListReleasedTests
{
    [Fact]
    public async Task What_may_be_booked_is_told_by_line_and_what_is_booked_is_not()
    {
        await using var world = await World.WithCartons(masks: 3, garments: 2);

        var rows = (await world.Host.Get(Hosting.Access.Role.Coordinator, "/shipment/released")).Expect(200).Json!.AsArray();
        Assert.Equal(
            [("mask", 1, 3, 180L), ("garment", 2, 2, 100L)],
            rows.Select(row => ((string?)row!["product"], (int)row["line"]!, (int)row["cartons"]!, (long)row["pieces"]!)));

        (await world.Post("", World.Booking())).Expect(201);
        Assert.Empty((await world.Host.Get(Hosting.Access.Role.Coordinator, "/shipment/released")).Expect(200).Json!.AsArray());
        (await world.Host.Get(Hosting.Access.Role.Association, "/shipment/released", organisation: "13")).Expect(404);
    }
}
