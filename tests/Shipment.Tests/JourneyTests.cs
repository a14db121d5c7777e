using Logistics.Contracts.Codes;
using Logistics.Hosting.Access;
using Logistics.Testing;

namespace Logistics.Shipment.Tests;

/// <summary>The whole way of a consignment through the service.</summary>
public sealed class JourneyTests
{
    [Fact]
    public async Task From_packing_to_the_hub_every_piece_is_accounted_for()
    {
        await using var world = await World.Arrived(masks: 10, garments: 4);
        await world.Count("good", "C0001", "C0008");
        await world.Count("damaged", "C0009", "C0009", "wet");
        var note = await world.Confirm(final: true);
        await world.Clear();
        (await world.Post("/delivery", new { hub = "Narita hub", at = "2020-05-13T10:00:00+09:00" })).Expect(201);
        (await world.Post("/found", new { cartons = new[] { "D-2020-0001/C0010" }, reason = "behind the pallet", at = "2020-05-14T10:00:00+09:00" })).Expect(200);
        (await world.Post("/reinspection", new { passed = Array.Empty<string>(), destroyed = new[] { "D-2020-0001/C0009" }, reason = "mouldy", at = "2020-05-14T10:00:00+09:00" })).Expect(200);
        (await world.Post("/loss", new { cartons = new[] { "D-2020-0001/G0001" }, reason = "the airline paid" })).Expect(200);

        Assert.Equal(3, note["discrepancies"]!.AsArray().Count);
        var balance = Balance.Of(await world.Movements(), (1, 600), (2, 200));
        Assert.Equal((540, 60, 0), (balance[(1, LedgerAccount.Hub)], balance[(1, LedgerAccount.Destroyed)], balance[(1, LedgerAccount.Missing)]));
        Assert.Equal((150, 50), (balance[(2, LedgerAccount.Missing)], balance[(2, LedgerAccount.MissingWrittenOff)]));
        var view = (await world.Get()).Expect(200);
        Assert.Equal(14, view["totals"]!.AsArray().Sum(total => (int?)total!["cartons"]));
        Assert.Equal("2022-05-12", (string?)view["customs"]!["useRestrictedUntil"]);
        (await world.Get("/notes")).Expect(200);
        (await world.Get("/cartons?state=found")).Expect(200);
        (await world.Host.Get(Role.Foundation, "/shipment/consignments")).Expect(200);
        (await world.Host.Get(Role.Foundation, "/shipment/discrepancies")).Expect(200);
    }

    [Fact]
    public async Task A_rebuild_writes_the_same_tables()
    {
        await using var world = await World.Arrived(masks: 10, garments: 4);
        await world.Count("good", "C0001", "C0008");
        await world.Count("missing", "C0002", "C0003", "torn off");
        (await world.Post("/counts/1/cartons", new { condition = "over", reason = "no mark", cartons = new[] { "X-1" } })).Expect(200);
        await world.Confirm(final: true);
        await world.Clear();
        (await world.Post("/delivery", new { hub = "Narita hub", at = "2020-05-13T10:00:00+09:00" })).Expect(201);
        var before = world.Tables();
        var head = world.Count("select seq from log_head");

        await world.Host.Log("shipment").Rebuild();

        Assert.Equal(before, world.Tables());
        await Eventually.Holds(
            () => Task.FromResult(world.Count("select coalesce(max(seq), 0) from position where source = 'intake'") == world.Host.Log("intake").Head),
            "the intake followed again");
        Assert.Equal(head, world.Count("select seq from log_head"));
        Assert.Equal(before, world.Tables());
    }

    [Fact]
    public async Task A_whole_consignment_of_8010_cartons_is_booked_in_one_command()
    {
        await using var world = await World.WithCartons(masks: 5_010, garments: 3_000);

        var booked = (await world.Post("", World.Booking())).Expect(201);

        Assert.Equal((8_010, 450_600), ((int?)booked["cartons"], (int?)booked["pieces"]));
        await world.Milestone("arr", "2020-05-12T02:35:00+09:00");
        (await world.Post("/counts", new { })).Expect(201);
        await world.Count("good", "C0001", "C5010");
        await world.Count("good", "G0001", "G2990");
        Assert.Equal(8_000, (int?)(await world.Confirm(final: true))["goodCartons"]);
        await world.Clear();
        Assert.Equal(8_000, (int?)(await world.Post("/delivery", new { hub = "Narita hub", at = "2020-05-13T10:00:00+09:00" })).Expect(201)["cartons"]);
    }
}
