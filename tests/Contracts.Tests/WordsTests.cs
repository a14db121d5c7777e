using Logistics.Contracts.Codes;
using Logistics.Contracts.Languages;
using Logistics.Contracts.Syntax;

namespace Logistics.Contracts.Tests;

public sealed class WordsTests
{
    const string Languages = "Texts/Languages.json";

    public static TheoryData<string> Files =>
        [.. typeof(Worded).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("Texts/", StringComparison.Ordinal) && name != Languages)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_word_is_there_in_every_language(string file) => Assert.All(TextFiles.Read(typeof(Worded).Assembly, file), word =>
    {
        Assert.Equal(LanguageFacts.All.Select(language => language.Tag).Order(StringComparer.Ordinal), word.Value.Keys.Order(StringComparer.Ordinal));
        Assert.All(word.Value.Values, text => Assert.False(string.IsNullOrWhiteSpace(text.GetString())));
    });

    [Theory]
    [InlineData("ja", "1", "other")]
    [InlineData("zh-Hans", "1", "other")]
    [InlineData("en", "0", "other")]
    [InlineData("en", "1", "one")]
    [InlineData("en", "1 carton", "one")]
    [InlineData("en", "11", "other")]
    [InlineData("en", "1,001", "other")]
    [InlineData("en", "one", "other")]
    public void A_number_has_the_plural_of_its_language(string language, string number, string category) =>
        Assert.Equal(category, LanguageFacts.Of(language).Plural(number));

    [Theory]
    [InlineData("reason", "“reason”", "「理由」", "“原因”")]
    [InlineData("lines[0].reason", "“line 1, reason”", "「1 行目の理由」", "“第 1 行的原因”")]
    [InlineData("flights[11].lines[2]", "“flight 12, line 3”", "「12 便目の3 行目」", "“第 12 个航班的第 3 行”")]
    [InlineData("institution.name", "“institution, name”", "「医療機関の名称」", "“医疗机构的名称”")]
    [InlineData("donor, pledgedOn", "“donor”, “day of the pledge”", "「寄贈者」、「寄贈申込日」", "“捐赠方”、“认捐日期”")]
    [InlineData("箱番号", "“箱番号”", "「箱番号」", "“箱番号”")]
    [InlineData("lines[x]", "“lines[x]”", "「lines[x]」", "“lines[x]”")]
    [InlineData("lines[2147483647]", "“lines[2147483647]”", "「lines[2147483647]」", "“lines[2147483647]”")]
    public void A_field_is_called_as_people_call_it(string path, string en, string ja, string zh) =>
        Assert.Equal((en, ja, zh), (FieldWords.In(path, "en"), FieldWords.In(path, "ja"), FieldWords.In(path, "zh-Hans")));

    [Theory]
    [InlineData("mask", "枚", "只")]
    [InlineData("garment", "着", "件")]
    [InlineData("goggles", "個", "件")]
    [InlineData("mask garment", "個", "件")]
    [InlineData("mask mask", "枚", "只")]
    [InlineData("", "個", "件")]
    public void A_number_of_goods_has_the_word_of_its_product(string products, string ja, string zh)
    {
        var unit = ProductWords.Unit(products.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(product => Code.Parse<ProductCode>(product)));

        Assert.Equal((ja, zh, "pieces"), (unit.In("ja"), unit.In("zh-Hans"), unit.In("en")));
    }

    [Fact]
    public void Every_account_has_a_name_for_people() =>
        Assert.All(LedgerAccount.Names, name => Assert.NotEqual(name, StateWords.Of(name).In("ja")));
}
