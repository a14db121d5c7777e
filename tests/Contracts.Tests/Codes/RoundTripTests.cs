using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;

namespace Logistics.Contracts.Tests.Codes;

public class RoundTripTests
{
    [Fact]
    public void What_was_read_once_is_read_again_the_same()
    {
        ReadsAgain<Sscc>("395212340000000014");
        ReadsAgain<Gtin>("4006381333931");
        ReadsAgain<Gln>("9521234000006");
        ReadsAgain<AirWaybill>("９９９－２００５１１１３");
        ReadsAgain<Prefecture>("1");
        ReadsAgain<RecipientCode>("jma-hq");
        ReadsAgain<InstitutionCode>("1312345678");
        ReadsAgain<ProductCode>("Mask");
        ReadsAgain<LotNumber>("Lot-A");
        ReadsAgain<Expiry>("250400");
        ReadsAgain<DonationNumber>("d-2020-0001");
        ReadsAgain<ParcelNumber>("p-1-2020-0001");
        ReadsAgain<DocumentNumber>("grn-2020-0001");
        ReadsAgain<CartonId>("d-2020-0001/C0001");
        ReadsAgain<LedgerAccount>("In-Delivery:13");
    }

    /// <summary>The sample, the sample with characters replaced, and any text at all: none throws, and what is read is read again.</summary>
    static void ReadsAgain<T>(string sample) where T : struct, ICode<T>
    {
        var code = Code.Parse<T>(sample);
        Assert.Equal(code, Code.Parse<T>(code.Value));
        Assert.Equal(code.Value, code.ToString());
        Assert.Equal(code, JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(code)));
        var counts = JsonSerializer.Deserialize<Dictionary<T, int>>(JsonSerializer.Serialize(new Dictionary<T, int> { [code] = 7 }));
        Assert.Equal(7, counts![code]);

        const string Replacements = "0123456789AZaz-−ー：:/ ０９Ａ年月日.\0\ud800";
        var changed =
            from at in Gen.Choose(0, sample.Length - 1)
            from to in Gen.Elements(Replacements.ToCharArray())
            select string.Concat(sample.AsSpan(0, at), [to], sample.AsSpan(at + 1));
        Prop.ForAll(Gen.OneOf(changed, ArbMap.Default.GeneratorFor<string>()).ToArbitrary(), text =>
            !T.TryParse(text, out var read, out _) || Code.Parse<T>(read.Value).Equals(read)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Json_that_is_no_code_says_which_fault()
    {
        var refused = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Sscc>("\"395212340000000015\""));

        Assert.Equal("sscc-check-digit", Assert.IsType<CodeFaultException>(refused.InnerException).Fault.Code);
    }
}
