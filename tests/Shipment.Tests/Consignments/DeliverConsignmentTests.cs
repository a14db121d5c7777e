using Logistics.Client.Shipment;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.Contracts.Syntax;
using Logistics.Shipment.Consignments;

namespace Logistics.Shipment.Tests.Consignments;

public sealed class DeliverConsignmentTests
{
    static readonly Consignment Cleared = Some.Consignment() with { Clearance = new Clearance { Entry = "E", Permit = "P" } };
    static readonly DeliverConsignmentRequest Hub = new("Narita hub", Some.Noon);

    [Fact]
    public void Good_cartons_reach_the_hub_in_parts_that_fit_an_event()
    {
        var decision = DeliverConsignment.Decide(Cleared, Some.Masks(300).Stored(CartonState.Good), Hub, Some.Noon);

        Assert.Equal((300, 18_000), (((ConsignmentDelivered)decision.Events[0]).Cartons, ((ConsignmentDelivered)decision.Events[0]).Pieces));
        var parts = decision.Events.OfType<CartonsDelivered>().ToList();
        Assert.Equal([250, 50], parts.Select(part => part.Cartons.Count));
        Assert.All(parts.SelectMany(part => part.Movements), movement => Assert.Equal((LedgerAccount.AtAirport, LedgerAccount.Hub), (movement.From, movement.To)));
    }

    [Fact]
    public void Nothing_leaves_without_customs_a_place_and_something_good()
    {
        var held = Cleared with { Clearance = new Clearance { Entry = "E", Permit = "P", HoldReason = "sample" } };

        Assert.Equal("customs-not-released", DeliverConsignment.Decide(Some.Consignment(), Some.Masks(1).Stored(CartonState.Good), Hub, Some.Noon).Refusal?.Code);
        Assert.Equal("customs-hold", DeliverConsignment.Decide(held, Some.Masks(1).Stored(CartonState.Good), Hub, Some.Noon).Refusal?.Code);
        Assert.Equal("text-required", DeliverConsignment.Decide(Cleared, Some.Masks(1).Stored(CartonState.Good), Hub with { Hub = "" }, Some.Noon).Refusal?.Code);
        Assert.Equal("day-out-of-range", DeliverConsignment.Decide(Cleared, Some.Masks(1).Stored(CartonState.Good), Hub with { At = default }, Some.Noon).Refusal?.Code);
        Assert.Equal("nothing-to-deliver", DeliverConsignment.Decide(Cleared, [], Hub, Some.Noon).Refusal?.Code);
    }

    [Fact]
    public void Nothing_is_at_the_hub_before_its_flight_arrived_and_customs_let_it_go()
    {
        var arrived = Some.Consignment(null, MilestoneCode.Dep, MilestoneCode.Arr) with { Clearance = Cleared.Clearance };
        var released = Cleared with { Clearance = Cleared.Clearance with { ReleasedAt = Some.Noon } };
        string? At(Consignment consignment, DateTimeOffset at) => DeliverConsignment.Decide(consignment, Some.Masks(1).Stored(CartonState.Good), Hub with { At = at }, Some.Noon).Refusal?.Code;

        Assert.Equal("delivery-before-arrival", At(arrived, Some.Noon.AddMinutes(-1)));
        Assert.Null(At(arrived, Some.Noon.ToOffset(TimeSpan.Zero)));
        Assert.Null(At(arrived with { Milestones = [.. arrived.Milestones.Select(one => one with { Withdrawn = "wrong" })] }, Some.Noon.AddDays(-1)));
        Assert.Null(At(arrived with { Milestones = [.. arrived.Milestones.Select(one => one with { Flight = "CA930" })] }, Some.Noon.AddDays(-1)));
        Assert.Equal("delivery-before-release", At(released, Some.Noon.AddMinutes(-1)));
        Assert.Null(At(released, Some.Noon));
    }

    [Fact]
    public async Task What_has_not_come_yet_is_not_recorded()
    {
        await using var world = await World.Booked(1);
        const string Later = "2099-01-01T00:00:00+09:00";

        foreach (var (path, body) in new (string, object)[]
        {
            ("/milestones", new { code = "arr", place = "NRT", at = Later }),
            ("/customs/entry", new { entry = "E-1", at = Later }),
            ("/customs/hold", new { reason = "sample", at = Later }),
            ("/customs/release", new { permit = "P-1", at = Later }),
            ("/delivery", new { hub = "Tokyo", at = Later }),
            ("/found", new { cartons = new[] { "D-2020-0001/C0001" }, reason = "there", at = Later }),
            ("/reinspection", new { passed = new[] { "D-2020-0001/C0001" }, destroyed = Array.Empty<string>(), reason = "dry", at = Later }),
        })
            Assert.Equal("instant-in-future", (await world.Post(path, body)).Expect(422).Code);
        Assert.Equal("day-out-of-range", (await world.Post("/milestones", new { code = "arr", place = "NRT", at = "3020-01-01T00:00:00+09:00" })).Expect(422).Code);
    }

    [Fact]
    public async Task Each_carton_is_delivered_once_and_later_sessions_bring_more()
    {
        await using var world = await World.Arrived(4);
        var hub = new { hub = "Narita hub", at = "2020-05-13T10:00:00+09:00" };
        await world.Count("good", "C0001", "C0003");
        await world.Confirm(final: false);
        Assert.Equal("customs-not-released", (await world.Post("/delivery", hub)).Expect(409).Code);
        await world.Clear();

        Assert.Equal(3, (int?)(await world.Post("/delivery", hub)).Expect(201)["cartons"]);
        Assert.Equal("nothing-to-deliver", (await world.Post("/delivery", hub)).Expect(409).Code);
        (await world.Post("/counts", new { })).Expect(201);
        (await world.Post("/counts/2/cartons", new { condition = "good", cartons = new[] { "Ｃ０００４" } })).Expect(200);
        await world.Confirm(final: true, session: 2);
        Assert.Equal(1, (int?)(await world.Post("/delivery", hub)).Expect(201)["cartons"]);

        Assert.Equal(240, Balance.Of(await world.Movements(), (1, 240))[(1, LedgerAccount.Hub)]);
        Assert.Equal("customs-nothing-left", (await world.Post("/customs/hold", new { reason = "sample", at = "2020-05-13T10:00:00+09:00" })).Expect(409).Code);
    }
}
