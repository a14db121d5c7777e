using Logistics.Shipment.Customs;

namespace Logistics.Shipment.Tests.Customs;

public sealed class EnterCustomsTests
{
    [Fact]
    public void A_declaration_has_a_number_and_comes_before_the_permit()
    {
        Assert.Equal("text-required", EnterCustoms.Decide(Some.InCustoms(), new("", Some.Noon), Some.Noon).Refusal?.Code);
        Assert.Equal("text-too-long", EnterCustoms.Decide(Some.InCustoms(), new("E", Some.Noon, new string('9', 61)), Some.Noon).Refusal?.Code);
        Assert.Equal("day-out-of-range", EnterCustoms.Decide(Some.InCustoms(), new("E", default), Some.Noon).Refusal?.Code);
        Assert.Equal("customs-released", EnterCustoms.Decide(Some.InCustoms("E", permit: "P"), new("E2", Some.Noon), Some.Noon).Refusal?.Code);
        Assert.Null(EnterCustoms.Decide(Some.InCustoms("E"), new("E2", Some.Noon, ""), Some.Noon).Event!.DutyExemption);
    }
}
