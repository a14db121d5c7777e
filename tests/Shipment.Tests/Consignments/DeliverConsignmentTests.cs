using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.Shipment.Consignments;
using Logistics.Shipment.Customs;

namespace Logistics.Shipment.Tests.Consignments;

public sealed class DeliverConsignmentTests
{
    static readonly Consignment Cleared = Some.Consignment() with { Clearance = new Clearance { Entry = "E", Permit = "P" } };
    static readonly DeliverConsignment.Request Hub = new("Narita hub", Some.Noon);

    [Fact]
    public void Good_cartons_reach_the_hub_in_parts_that_fit_an_event()
    {
        var decision = DeliverConsignment.Decide(Cleared, Some.Masks(300), Hub);

        Assert.Equal((300, 18_000), (((ConsignmentDelivered)decision.Events[0]).Cartons, ((ConsignmentDelivered)decision.Events[0]).Pieces));
        var parts = decision.Events.OfType<CartonsDelivered>().ToList();
        Assert.Equal([250, 50], parts.Select(part => part.Cartons.Count));
        Assert.All(parts.SelectMany(part => part.Movements), movement => Assert.Equal((Account.AtAirport, Account.Hub), (movement.From, movement.To)));
    }

    [Fact]
    public void Nothing_leaves_without_customs_a_place_and_something_good()
    {
        var held = Cleared with { Clearance = new Clearance { Entry = "E", Permit = "P", HoldReason = "sample" } };

        Assert.Equal("customs-not-released", DeliverConsignment.Decide(Some.Consignment(), Some.Masks(1), Hub).Refusal?.Code);
        Assert.Equal("customs-hold", DeliverConsignment.Decide(held, Some.Masks(1), Hub).Refusal?.Code);
        Assert.Equal("hub-blank", DeliverConsignment.Decide(Cleared, Some.Masks(1), Hub with { Hub = "" }).Refusal?.Code);
        Assert.Equal("time-out-of-range", DeliverConsignment.Decide(Cleared, Some.Masks(1), Hub with { At = default }).Refusal?.Code);
        Assert.Equal("nothing-to-deliver", DeliverConsignment.Decide(Cleared, [], Hub).Refusal?.Code);
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

        Assert.Equal(240, Balance.Of(await world.Movements(), (1, 240))[(1, Account.Hub)]);
        Assert.Equal("customs-nothing-left", (await world.Post("/customs/hold", new { reason = "sample", at = "2020-05-13T10:00:00+09:00" })).Expect(409).Code);
    }
}
