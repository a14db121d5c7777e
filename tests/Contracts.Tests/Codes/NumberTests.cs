using FsCheck;
using FsCheck.Fluent;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;

namespace Logistics.Contracts.Tests.Codes;

public class NumberTests
{
    static readonly Arbitrary<(int Year, int Serial)> YearAndSerial =
        (from year in Gen.Choose(1000, 9999) from serial in Gen.Choose(1, int.MaxValue) select (year, serial)).ToArbitrary();

    [Fact]
    public void Numbers_given_out_are_read_back() => Prop.ForAll(YearAndSerial, one =>
    {
        var donation = DonationNumber.From(one.Year, one.Serial);
        var parcel = ParcelNumber.From(Code.Parse<RecipientCode>("NGMO-2"), one.Year, one.Serial);
        var document = DocumentNumber.From("GRN", one.Year, one.Serial);
        return Code.Parse<DonationNumber>(donation.Value) == donation
            && Code.Parse<ParcelNumber>(parcel.Value) == parcel
            && Code.Parse<DocumentNumber>(document.Value) == document;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Serials_have_four_digits_or_more()
    {
        Assert.Equal("D-2020-0001", DonationNumber.From(2020, 1).Value);
        Assert.Equal("P-13-2020-12345", ParcelNumber.From(Code.Parse<RecipientCode>("13"), 2020, 12345).Value);
        Assert.Equal("GRN-2020-0001", DocumentNumber.From("GRN", 2020, 1).Value);
    }

    [Fact]
    public void One_number_has_one_text()
    {
        Assert.Equal("D-2020-0001", Code.Parse<DonationNumber>("ｄ－２０２０－０００００１").Value);
        Assert.Equal("P-01-2020-0001", Code.Parse<ParcelNumber>("p-1-2020-0001").Value);
    }

    [Theory]
    [InlineData("D20200001")]
    [InlineData("D-2020-001")]
    [InlineData("D-2020-0000")]
    [InlineData("D-20-0001")]
    [InlineData("E-2020-0001")]
    [InlineData("D-X-2020-0001")]
    [InlineData("D-2020-99999999999999999999")]
    public void Other_texts_are_no_donation(string text) => Assert.Equal("donation-number-format", Faults.Of<DonationNumber>(text).Code);

    [Theory]
    [InlineData("P-2020-0001")]
    [InlineData("P-48-2020-0001")]
    [InlineData("P--2020-0001")]
    [InlineData("Q-13-2020-0001")]
    public void Other_texts_are_no_parcel(string text) => Assert.Equal("parcel-number-format", Faults.Of<ParcelNumber>(text).Code);

    [Theory]
    [InlineData("GRNX-2020-0001")]
    [InlineData("-2020-0001")]
    [InlineData("G1-2020-0001")]
    public void Other_texts_are_no_document(string text) => Assert.Equal("document-number-format", Faults.Of<DocumentNumber>(text).Code);

    [Fact]
    public void Parts_can_be_asked_for()
    {
        Assert.Equal("DSC", Code.Parse<DocumentNumber>("dsc-2020-0001").Kind);
        Assert.Equal("NGMO-2", Code.Parse<ParcelNumber>("P-NGMO-2-2020-0001").Recipient.Value);
    }
}
