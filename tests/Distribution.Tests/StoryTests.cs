using Logistics.EventLog;

namespace Logistics.Distribution.Tests;

/// <summary>From the hub to the institutions, and what must hold all the way.</summary>
public sealed class StoryTests
{
    [Fact]
    public async Task Every_step_keeps_the_balance_and_a_rebuild_gives_the_same_tables()
    {
        await using var hub = await Hub.With([.. Cartons.Masks(6), .. Cartons.Garments(4, size: null)]);
        await hub.Publish(Cartons.Mask, ("13", 4), ("27", 2));
        await hub.Publish(Cartons.Garment, ("13", 3), ("27", 1));
        var sent = (await hub.Dispatch()).Expect(201);
        Assert.Equal(["P-13-2020-0001", "P-27-2020-0001"], sent["parcels"]!.AsArray().Select(parcel => (string)parcel!["number"]!));
        Assert.Equal([390L, 170L], sent["parcels"]!.AsArray().Select(parcel => (long)parcel!["pieces"]!));

        (await hub.Receive("P-13-2020-0001", new
        {
            receivedAt = Hub.Received,
            lines = new object[]
            {
                new { line = 1, good = 200, damaged = 10, missing = 13, unfit = 7, reason = "Wet carton" },
                new { line = 2, good = 150 },
            },
        })).Expect(201);
        (await hub.Receive("P-13-2020-0001")).Expect(201);
        (await hub.Receive("P-27-2020-0001")).Expect(201);
        foreach (var (kind, resolution, pieces) in new[]
        {
            ("shortage", "good", 3), ("shortage", "written-off", 10), ("damage", "destroyed", 10), ("unfit", "good", 5), ("unfit", "destroyed", 2),
        })
            (await hub.Post("/receipts/R-2020-0001/resolutions", new { line = 1, kind, resolution, pieces, reason = "Looked into" })).Expect(201);
        (await hub.HandOver("13", 218)).Expect(201);
        (await hub.HandOver("27", 120)).Expect(201);
        (await hub.Post("/handovers/H-2020-0002/reversal", new { reason = "Wrong hospital" }, "27")).Expect(200);
        (await hub.Post("/receipts/R-2020-0003/reversal", new { reason = "Wrong parcel" }, "27")).Expect(200);

        var balance = await Balances.Of(hub);
        Assert.Equal(
            new Dictionary<string, long>(StringComparer.Ordinal)
            {
                ["in-delivery:27"] = 170,
                ["association:13"] = 150,
                ["institution:1310000001"] = 218,
                ["missing:written-off"] = 10,
                ["destroyed"] = 12,
            },
            balance);

        var before = await Tables.Dump(hub.Log);
        await hub.Log.Rebuild();
        await hub.Followed();
        Assert.Equal(before, await Tables.Dump(hub.Log));
    }
}
