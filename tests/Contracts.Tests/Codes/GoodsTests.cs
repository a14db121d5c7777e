using FsCheck;
using FsCheck.Fluent;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;

namespace Logistics.Contracts.Tests.Codes;

public class GoodsTests
{
    [Fact]
    public void A_product_is_a_lower_case_word()
    {
        Assert.Equal("mask-n95", Code.Parse<ProductCode>("Ｍａｓｋ－Ｎ95").Value);
        Assert.Equal("product-code-format", Faults.Of<ProductCode>("95-mask").Code);
        Assert.Equal("product-code-format", Faults.Of<ProductCode>("").Code);
        Assert.Equal("product-code-format", Faults.Of<ProductCode>(new string('m', 33)).Code);
    }

    [Fact]
    public void A_lot_keeps_its_case_and_takes_the_GS1_characters()
    {
        Assert.Equal("aB-1/2", Code.Parse<LotNumber>(" ａＢ−１/2 ").Value);
        Assert.Equal("lot-format", Faults.Of<LotNumber>("LOT#1").Code);
        Assert.Equal("lot-format", Faults.Of<LotNumber>("LOT 1").Code);
        Assert.Equal("lot-format", Faults.Of<LotNumber>(new string('1', 21)).Code);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("　")]
    public void A_blank_lot_is_called_blank(string? text) => Assert.Equal("lot-blank", Faults.Of<LotNumber>(text).Code);

    [Fact]
    public void A_carton_is_its_SSCC_or_the_senders_code_within_the_donation()
    {
        var donation = DonationNumber.From(2020, 1);

        Assert.Equal("395212340000000014", CartonId.From(Code.Parse<Sscc>("(00)395212340000000014")).Value);
        Assert.Equal("D-2020-0001/C0001", CartonId.From(donation, " Ｃ０００１ ").Value);
        Assert.Equal(CartonId.From(donation, "箱 1"), Code.Parse<CartonId>("d-2020-0001/箱 1"));
        Assert.Equal("sscc-check-digit", Faults.Of<CartonId>("395212340000000015").Code);
        Assert.Equal("carton-id-format", Faults.Of<CartonId>("C0001").Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("A/B")]
    [InlineData("A／B")]
    [InlineData("A\tB")]
    [InlineData("A\0B")]
    [InlineData("1234567890123456789012345678901")]
    public void A_senders_code_is_printable_and_short(string text)
    {
        Assert.False(CartonId.TryFrom(DonationNumber.From(2020, 1), text, out _, out var fault));
        Assert.Equal("carton-id-format", fault.Code);
    }

    [Fact]
    public void A_carton_with_a_senders_code_is_read_back() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        !CartonId.TryFrom(DonationNumber.From(2020, 1), text, out var carton, out _) || Code.Parse<CartonId>(carton.Value) == carton)
        .QuickCheckThrowOnFailure();
}
