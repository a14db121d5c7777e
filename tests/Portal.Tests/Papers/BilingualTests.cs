using Logistics.Portal.Papers;
using Logistics.Portal.Web;

namespace Logistics.Portal.Tests.Papers;

public sealed class BilingualTests
{
    [Theory]
    [InlineData("ja", false, """<span lang="ja">納品書</span>""")]
    [InlineData("ja", true, """<span lang="ja">納品書</span> <span class="other" lang="zh-Hans">送货单</span>""")]
    [InlineData("zh-Hans", false, """<span lang="ja">納品書</span> <span class="other" lang="zh-Hans">送货单</span>""")]
    [InlineData("en", true, """<span lang="ja">納品書</span> <span class="other" lang="en">Delivery note</span>""")]
    public void A_document_is_in_Japanese_and_in_the_language_of_who_else_reads_it(string viewer, bool crossesBorder, string text) =>
        Assert.Equal(text, Bilingual.Of(new Texts(viewer), crossesBorder)["documents.delivery-note"].ToString());

    [Fact]
    public void What_is_the_same_in_both_is_said_once() =>
        Assert.Equal("""<span lang="ja">箱数</span>""", Bilingual.Of(new Texts("zh-Hans"), crossesBorder: true)["documents.cartons"].ToString());

    [Fact]
    public void Facts_are_encoded() => Assert.Contains(
        "&lt;b&gt;", Bilingual.Of(new Texts("ja"), crossesBorder: false)["documents.association-of", ("name", "<b>")].ToString(), StringComparison.Ordinal);
}
