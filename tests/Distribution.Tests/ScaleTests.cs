namespace Logistics.Distribution.Tests;

/// <summary>The gift of May 2020 as large as it was.</summary>
public sealed class ScaleTests
{
    [Fact]
    public async Task Eight_thousand_cartons_become_47_parcels_in_one_action()
    {
        await using var hub = await Hub.With(
        [
            .. Cartons.Masks(4_950),
            .. Cartons.Masks(60, first: 5_001, pieces: 50),
            .. Cartons.Garments(3_000),
        ]);
        object ByPhysicians(string product, string? size) => new
        {
            product,
            size,
            on = "2020-05-14",
            rule = new { method = "webster", indicators = new[] { new { name = "physicians", share = 1 } } },
        };
        foreach (var (number, draft) in new[] { ("A-2020-0001", ByPhysicians("mask", null)), ("A-2020-0002", ByPhysicians("garment", "L")) })
        {
            (await hub.Post("/plans", draft)).Expect(201);
            (await hub.Approve(number)).Expect(200);
            (await hub.Post($"/plans/{number}/publication", new { })).Expect(200);
        }

        var parcels = (await hub.Dispatch()).Expect(201)["parcels"]!.AsArray();

        Assert.Equal((47, 8_010L, 450_000L), (parcels.Count, parcels.Sum(parcel => (long)parcel!["cartons"]!), parcels.Sum(parcel => (long)parcel!["pieces"]!)));
        Assert.Equal(415, await hub.Read("select sum(cartons) from parcel_line where product = 'garment' and parcel = 'P-13-2020-0001'"));
        Assert.Equal(0, await hub.Read("select count(*) from carton where state <> 'dispatched' or parcel = ''"));
    }
}
