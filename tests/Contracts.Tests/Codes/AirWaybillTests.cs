using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;

namespace Logistics.Contracts.Tests.Codes;

public class AirWaybillTests
{
    [Theory]
    [InlineData("020-12345675", "020-12345675")]
    [InlineData("17612345675", "176-12345675")]
    [InlineData("176 1234 5675", "176-12345675")]
    [InlineData("９９９－２００５１１１３", "999-20051113")]
    [InlineData("９９９ー２００５１１１３", "999-20051113")]
    [InlineData("999‐20051113", "999-20051113")]
    [InlineData("999–20051113", "999-20051113")]
    [InlineData("999−20051113", "999-20051113")]
    public void Is_read_in_every_spelling(string text, string value) => Assert.Equal(value, Code.Parse<AirWaybill>(text).Value);

    [Fact]
    public void A_wrong_check_digit_names_the_expected_one()
    {
        var fault = Faults.Of<AirWaybill>("020-12345679");

        Assert.Equal("air-waybill-check-digit", fault.Code);
        Assert.Equal(9, fault.Fact("found"));
        Assert.Equal(5, fault.Fact("expected"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("020-1234567")]
    [InlineData("020-1234567A")]
    public void Anything_else_is_refused(string text) => Assert.Equal("air-waybill-format", Faults.Of<AirWaybill>(text).Code);

    [Fact]
    public void An_unknown_airline_is_told_but_not_refused()
    {
        Assert.True(Code.Parse<AirWaybill>("999-20051113").KnownPrefix);
        Assert.False(Code.Parse<AirWaybill>("998-20051113").KnownPrefix);
    }
}
