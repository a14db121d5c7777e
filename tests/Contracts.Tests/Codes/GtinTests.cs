using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;

namespace Logistics.Contracts.Tests.Codes;

public class GtinTests
{
    [Theory]
    [InlineData("96385074", "00000096385074")]
    [InlineData("036000291452", "00036000291452")]
    [InlineData("4006381333931", "04006381333931")]
    [InlineData("14006381333938", "14006381333938")]
    public void Of_any_length_is_kept_as_fourteen_digits(string text, string value) => Assert.Equal(value, Code.Parse<Gtin>(text).Value);

    [Fact]
    public void A_wrong_check_digit_names_the_expected_one()
    {
        var fault = Faults.Of<Gtin>("4006381333932");

        Assert.Equal("gtin-check-digit", fault.Code);
        Assert.Equal(1, fault.Fact("expected"));
    }

    [Fact]
    public void Of_another_length_is_refused()
    {
        Assert.Equal("gtin-format", Faults.Of<Gtin>("").Code);
        Assert.Equal("gtin-format", Faults.Of<Gtin>("963850741").Code);
        Assert.Equal("gtin-format", Faults.Of<Gtin>("400638133393X").Code);
    }

    [Fact]
    public void A_location_number_has_thirteen_digits_and_its_own_faults()
    {
        Assert.Equal("9521234000006", Code.Parse<Gln>("9521234 00000 6").Value);
        Assert.Equal("gln-check-digit", Faults.Of<Gln>("9521234000007").Code);
        Assert.Equal("gln-format", Faults.Of<Gln>("96385074").Code);
    }
}
