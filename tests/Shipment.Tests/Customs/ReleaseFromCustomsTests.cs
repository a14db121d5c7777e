using Logistics.Shipment.Consignments;
using Logistics.Shipment.Customs;

namespace Logistics.Shipment.Tests.Customs;

public sealed class ReleaseFromCustomsTests
{
    [Fact]
    public void Goods_free_of_duty_are_restricted_for_two_years_from_the_day_of_the_place()
    {
        var late = new DateTimeOffset(2020, 5, 13, 0, 30, 0, TimeSpan.FromHours(9));
        DateOnly? Until(string? exemption) =>
            ReleaseFromCustoms.Decide(Some.InCustoms("E", exemption), new("P", late), Some.Noon).Event!.UseRestrictedUntil;

        Assert.Equal(new DateOnly(2022, 5, 13), Until("X"));
        Assert.Null(Until(null));
    }

    [Fact]
    public void A_release_has_a_permit_and_lifts_a_hold_once()
    {
        Assert.Equal("text-required", ReleaseFromCustoms.Decide(Some.InCustoms("E"), new("", Some.Noon), Some.Noon).Refusal?.Code);
        Assert.Equal("day-out-of-range", ReleaseFromCustoms.Decide(Some.InCustoms("E"), new("P", default), Some.Noon).Refusal?.Code);
        Assert.Equal("customs-not-entered", ReleaseFromCustoms.Decide(Some.InCustoms(), new("P", Some.Noon), Some.Noon).Refusal?.Code);
        Assert.Equal("customs-released", ReleaseFromCustoms.Decide(Some.InCustoms("E", permit: "P"), new("P", Some.Noon), Some.Noon).Refusal?.Code);
        Assert.False(ReleaseFromCustoms.Decide(Some.InCustoms("E", permit: "P", hold: "sample"), new("P2", Some.Noon), Some.Noon).IsRefused);
    }

    [Fact]
    public void A_release_does_not_come_before_its_declaration()
    {
        var entered = Some.InCustoms("E") with { Clearance = new Clearance { Entry = "E", EnteredAt = Some.Noon } };

        Assert.Equal("customs-release-before-entry", ReleaseFromCustoms.Decide(entered, new("P", Some.Noon.AddMinutes(-1)), Some.Noon).Refusal?.Code);
        Assert.False(ReleaseFromCustoms.Decide(entered, new("P", Some.Noon.ToOffset(TimeSpan.Zero)), Some.Noon).IsRefused);
    }
}
