using Logistics.Shipment.Consignments;
using Logistics.Shipment.Customs;

namespace Logistics.Shipment.Tests.Customs;

public sealed class CustomsTests
{
    static Consignment With(string? entry = null, string? exemption = null, string? permit = null, string? hold = null) =>
        Some.Consignment() with { Clearance = new Clearance { Entry = entry, DutyExemption = exemption, Permit = permit, HoldReason = hold } };

    [Fact]
    public void Goods_free_of_duty_are_restricted_for_two_years_from_the_day_of_the_place()
    {
        var late = new DateTimeOffset(2020, 5, 13, 0, 30, 0, TimeSpan.FromHours(9));
        DateOnly? Until(string? exemption) =>
            ReleaseFromCustoms.Decide(With("E", exemption), new("P", late), Some.Noon).Event!.UseRestrictedUntil;

        Assert.Equal(new DateOnly(2022, 5, 13), Until("X"));
        Assert.Null(Until(null));
    }

    [Fact]
    public void A_declaration_has_a_number_and_comes_before_the_permit()
    {
        Assert.Equal("text-required", EnterCustoms.Decide(With(), new("", Some.Noon), Some.Noon).Refusal?.Code);
        Assert.Equal("text-too-long", EnterCustoms.Decide(With(), new("E", Some.Noon, new string('9', 61)), Some.Noon).Refusal?.Code);
        Assert.Equal("day-out-of-range", EnterCustoms.Decide(With(), new("E", default), Some.Noon).Refusal?.Code);
        Assert.Equal("customs-released", EnterCustoms.Decide(With("E", permit: "P"), new("E2", Some.Noon), Some.Noon).Refusal?.Code);
        Assert.Null(EnterCustoms.Decide(With("E"), new("E2", Some.Noon, ""), Some.Noon).Event!.DutyExemption);
    }

    [Fact]
    public void A_release_has_a_permit_and_lifts_a_hold_once()
    {
        Assert.Equal("text-required", ReleaseFromCustoms.Decide(With("E"), new("", Some.Noon), Some.Noon).Refusal?.Code);
        Assert.Equal("day-out-of-range", ReleaseFromCustoms.Decide(With("E"), new("P", default), Some.Noon).Refusal?.Code);
        Assert.Equal("customs-not-entered", ReleaseFromCustoms.Decide(With(), new("P", Some.Noon), Some.Noon).Refusal?.Code);
        Assert.Equal("customs-released", ReleaseFromCustoms.Decide(With("E", permit: "P"), new("P", Some.Noon), Some.Noon).Refusal?.Code);
        Assert.False(ReleaseFromCustoms.Decide(With("E", permit: "P", hold: "sample"), new("P2", Some.Noon), Some.Noon).IsRefused);
    }

    [Fact]
    public void A_release_does_not_come_before_its_declaration()
    {
        var entered = With("E") with { Clearance = new Clearance { Entry = "E", EnteredAt = Some.Noon } };

        Assert.Equal("customs-release-before-entry", ReleaseFromCustoms.Decide(entered, new("P", Some.Noon.AddMinutes(-1)), Some.Noon).Refusal?.Code);
        Assert.False(ReleaseFromCustoms.Decide(entered, new("P", Some.Noon.ToOffset(TimeSpan.Zero)), Some.Noon).IsRefused);
    }

    [Fact]
    public void A_hold_has_a_reason_and_something_to_hold()
    {
        Assert.Equal("reason-required", HoldAtCustoms.Decide(With(), 1, new("", Some.Noon), Some.Noon).Refusal?.Code);
        Assert.Equal("text-too-long", HoldAtCustoms.Decide(With(), 1, new(new string('x', 501), Some.Noon), Some.Noon).Refusal?.Code);
        Assert.Equal("day-out-of-range", HoldAtCustoms.Decide(With(), 1, new("sample", default), Some.Noon).Refusal?.Code);
        Assert.Equal("customs-hold", HoldAtCustoms.Decide(With(hold: "sample"), 1, new("again", Some.Noon), Some.Noon).Refusal?.Code);
        Assert.Equal("customs-nothing-left", HoldAtCustoms.Decide(With(), 0, new("sample", Some.Noon), Some.Noon).Refusal?.Code);
        Assert.False(HoldAtCustoms.Decide(With("E", permit: "P"), 1, new("sample", Some.Noon), Some.Noon).IsRefused);
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
