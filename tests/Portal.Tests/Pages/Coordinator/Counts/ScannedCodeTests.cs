using Logistics.Contracts.Codes;
using Logistics.Portal.Pages.Coordinator.Counts;

namespace Logistics.Portal.Tests.Pages.Coordinator.Counts;

public sealed class ScannedCodeTests
{
    const string Sscc = "395212340000000014";

    [Theory]
    [InlineData("(00)395212340000000014")]
    [InlineData("（００）３９５２１２３４００００００００１４")]
    [InlineData("]C100395212340000000014")]
    [InlineData("]C1 00 395212340000000014")]
    [InlineData("]C1\u001d00395212340000000014")]
    [InlineData("]C1003952123400000000140204901234567894\u001d37 60")]
    [InlineData("]d200395212340000000014\u001d10M2004A")]
    [InlineData("00395212340000000014\u001d10M2004A")]
    [InlineData("(00)395212340000000014(02)04901234567894(37)60")]
    [InlineData("]Q3https://example.jp/00/395212340000000014")]
    [InlineData("https://example.jp/00/395212340000000014?x=1")]
    [InlineData("00395212340000000014")]
    [InlineData("395212340000000014")]
    [InlineData("3 9521234 000000001 4")]
    public void Whatever_a_scanner_makes_of_a_label_is_its_SSCC(string scanned)
    {
        Assert.True(CartonId.TryParse(ScannedCode.Read(scanned), out var carton, out _));
        Assert.Equal(Sscc, carton.Value);
    }

    [Theory]
    [InlineData("C0001", "C0001")]
    [InlineData("  Ｃ０００１ ", "C0001")]
    [InlineData("]C0C0001", "C0001")]
    [InlineData("箱-7", "箱-7")]
    [InlineData("00-17", "00-17")]
    [InlineData("]C1(01)04901234567894", "(01)04901234567894")]
    [InlineData("", "")]
    public void Anything_else_is_the_senders_own_code(string scanned, string code) => Assert.Equal(code, ScannedCode.Read(scanned));

    [Fact]
    public void A_wrong_check_digit_stays_wrong() => Assert.Equal("(00)395212340000000015", ScannedCode.Read("]C100395212340000000015"));

    [Fact]
    public void A_paste_of_many_lines_is_many_codes_each_once() =>
        Assert.Equal(["C0001", "(00)" + Sscc, "C0002"], ScannedCode.ReadLines($"C0001\r\n]C100{Sscc}\n\nC0002\tC0001\n(00){Sscc}\n"));
}
