using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;

namespace Logistics.Contracts.Tests.Codes;

public class PartyTests
{
    [Theory]
    [InlineData("01", "01")]
    [InlineData("1", "01")]
    [InlineData("１", "01")]
    [InlineData("47", "47")]
    public void A_prefecture_has_two_digits(string text, string value) => Assert.Equal(value, Code.Parse<Prefecture>(text).Value);

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("00")]
    [InlineData("48")]
    [InlineData("013")]
    [InlineData("-1")]
    public void There_are_forty_seven_prefectures(string text) => Assert.Equal("prefecture-unknown", Faults.Of<Prefecture>(text).Code);

    [Theory]
    [InlineData("13", "13")]
    [InlineData("9", "09")]
    [InlineData("ngmo", "NGMO")]
    [InlineData("ＪＭＡ－ＨＱ", "JMA-HQ")]
    public void A_recipient_is_a_prefecture_or_a_word(string text, string value) => Assert.Equal(value, Code.Parse<RecipientCode>(text).Value);

    [Theory]
    [InlineData("")]
    [InlineData("48")]
    [InlineData("A")]
    [InlineData("1A")]
    [InlineData("ABCDEFGHIJKLM")]
    [InlineData("A:B")]
    [InlineData("written-off")]
    public void Other_texts_are_no_recipient(string text) => Assert.Equal("recipient-code-format", Faults.Of<RecipientCode>(text).Code);

    [Theory]
    [InlineData("1312345678", true)]
    [InlineData("clinic-7", true)]
    [InlineData("", false)]
    [InlineData("123456789012345678901", false)]
    [InlineData("東京病院", false)]
    public void An_institution_has_up_to_twenty_letters_and_digits(string text, bool valid) =>
        Assert.Equal(valid, InstitutionCode.TryParse(text, out _, out _));
}
