using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;

namespace Logistics.Contracts.Tests.Codes;

public class SsccTests
{
    [Theory]
    [InlineData("395212340000000014")]
    [InlineData(" 3 9521234 000000001 4 ")]
    [InlineData("３９５２１２３４００００００００１４")]
    [InlineData("00395212340000000014")]
    [InlineData("(00)395212340000000014")]
    [InlineData("（００） 395212340000000014")]
    [InlineData("https://id.gs1.org/00/395212340000000014")]
    [InlineData("https://example.org/carton/00/395212340000000014?lang=ja")]
    public void Is_read_plain_after_its_identifier_and_as_a_link(string text) =>
        Assert.Equal("395212340000000014", Code.Parse<Sscc>(text).Value);

    [Fact]
    public void A_wrong_check_digit_names_the_expected_one()
    {
        var fault = Faults.Of<Sscc>("395212340000000015");

        Assert.Equal("sscc-check-digit", fault.Code);
        Assert.Equal(5, fault.Fact("found"));
        Assert.Equal(4, fault.Fact("expected"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("39521234000000001")]
    [InlineData("3952123400000000145")]
    [InlineData("01395212340000000014")]
    [InlineData("39521234000000001A")]
    [InlineData("https://id.gs1.org/01/395212340000000014")]
    [InlineData("\ud800")]
    public void Anything_else_is_refused(string? text) => Assert.Equal("sscc-format", Faults.Of<Sscc>(text).Code);
}
