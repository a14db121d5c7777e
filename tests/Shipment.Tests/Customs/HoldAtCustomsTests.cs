using Logistics.Shipment.Customs;

namespace Logistics.Shipment.Tests.Customs;

public sealed class HoldAtCustomsTests
{
    [Fact]
    public void A_hold_has_a_reason_and_something_to_hold()
    {
        Assert.Equal("reason-required", HoldAtCustoms.Decide(Some.InCustoms(), 1, new("", Some.Noon), Some.Noon).Refusal?.Code);
        Assert.Equal("text-too-long", HoldAtCustoms.Decide(Some.InCustoms(), 1, new(new string('x', 501), Some.Noon), Some.Noon).Refusal?.Code);
        Assert.Equal("day-out-of-range", HoldAtCustoms.Decide(Some.InCustoms(), 1, new("sample", default), Some.Noon).Refusal?.Code);
        Assert.Equal("customs-hold", HoldAtCustoms.Decide(Some.InCustoms(hold: "sample"), 1, new("again", Some.Noon), Some.Noon).Refusal?.Code);
        Assert.Equal("customs-nothing-left", HoldAtCustoms.Decide(Some.InCustoms(), 0, new("sample", Some.Noon), Some.Noon).Refusal?.Code);
        Assert.False(HoldAtCustoms.Decide(Some.InCustoms("E", permit: "P"), 1, new("sample", Some.Noon), Some.Noon).IsRefused);
    }

    [Fact]
    public async Task A_hold_after_the_permit_stops_the_delivery_until_it_is_lifted()
    {
        await using var world = await World.Arrived(1);
        await world.Count("good", "C0001", "C0001");
        await world.Confirm(final: true);
        await world.Clear();
        var hub = new { hub = "Narita hub", at = "2020-05-13T10:00:00+09:00" };

        (await world.Post("/customs/hold", new { reason = "sample", at = "2020-05-12T16:00:00+09:00" })).Expect(200);
        Assert.Equal("customs-hold", (await world.Post("/delivery", hub)).Expect(409).Code);
        (await world.Post("/customs/release", new { permit = "P-2", at = "2020-05-12T18:00:00+09:00" })).Expect(200);
        (await world.Post("/delivery", hub)).Expect(201);
        Assert.Equal("customs-released", (await world.Post("/customs/entry", new { entry = "E", at = "2020-05-12T18:00:00+09:00" })).Expect(409).Code);
    }
}
