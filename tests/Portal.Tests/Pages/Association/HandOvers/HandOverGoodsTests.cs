using System.Net;
using Logistics.Hosting.Access;
using Logistics.Portal.Pages.Association;
using Logistics.Portal.Pages.Association.HandOvers;
using Logistics.Portal.Web;

namespace Logistics.Portal.Tests.Pages.Association.HandOvers;

public sealed class HandOverGoodsTests(Dock dock) : IClassFixture<Dock>
{
    [Fact]
    public async Task Goods_go_to_a_member_by_its_code_and_to_a_clinic_by_its_name_alone()
    {
        await Received();

        using var hospital = await Give(("Name", "中央病院"), ("Code", "１３１２３４５６７８"), ("Member", "yes"), ("Goods[1].Pieces", "２０"));
        using var clinic = await Give(("Name", "みどり クリニック"), ("Code", ""), ("Member", "no"), ("Goods[1].Pieces", "5"));
        using var again = await Give(("Name", "みどりクリニック"), ("Code", ""), ("Member", "no"), ("Goods[1].Pieces", "5"));
        using var byName = await Give(("Name", "中央病院"), ("Code", ""), ("Member", "yes"), ("Goods[0].Pieces", "1"));

        Assert.All([hospital, clinic, again, byName], answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        var handOvers = (await dock.Host.Get(Role.Coordinator, "/distribution/handovers?recipient=13")).Expect(200).Json!.AsArray();
        var codes = handOvers.Select(one => (string)one!["institution"]!).TakeLast(4).ToArray();
        Assert.Equal("1312345678", codes[0]);
        Assert.StartsWith("X", codes[1], StringComparison.Ordinal);
        Assert.Equal(codes[1], codes[2]);
        Assert.Equal(codes[0], codes[3]);
        var page = await Dock.Text(await dock.Tokyo.Http.GetAsync(new Uri("/association/hand-overs", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Contains("中央病院", page, StringComparison.Ordinal);
        Assert.Contains("会員外の医療機関", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Name", " ", "医療機関の名称を入力してください")]
    [InlineData("Code", "123", "10 桁の数字です")]
    [InlineData("Code", "9912345678", "10 桁の数字です")]
    [InlineData("Member", "", "会員か会員外かを選んでください")]
    [InlineData("At", "", "日付と時刻を入力してください")]
    [InlineData("Goods[1].Pieces", "-1", "数は整数で入力してください")]
    [InlineData("Goods[1].Pieces", "0", "1 つ以上入力してください")]
    [InlineData("Goods[1].Pieces", "999999", "マスクは 999,999 枚の引渡しが入力されましたが")]
    public async Task What_was_typed_is_kept_when_something_is_wrong(string field, string value, string said)
    {
        await Received();
        (string, string)[] fields = [("Name", "名前の病院"), ("Code", "1312345678"), ("Member", "yes"), ("Goods[1].Pieces", "7")];

        using var answer = await Give([.. fields.Where(one => one.Item1 != field), (field, value)]);

        Assert.InRange((int)answer.StatusCode, 409, 422);
        var page = await Dock.Text(answer);
        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Contains(field == "Name" ? "1312345678" : "名前の病院", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hand_over_is_reversed_with_a_reason_and_anothers_is_not_there()
    {
        await Received();
        using var done = await Give(("Name", "取消病院"), ("Member", "yes"), ("Goods[1].Pieces", "3"));
        var number = (string)(await dock.Host.Get(Role.Coordinator, "/distribution/handovers?recipient=13")).Json!.AsArray().Last()!["number"]!;
        var reversal = $"/association/hand-overs/{number}/reversal";

        Assert.Equal(HttpStatusCode.NotFound, (await dock.Osaka.Http.GetAsync(new Uri(reversal, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        using var reversed = await dock.Tokyo.Send(reversal, ("reason", "宛先違い"));

        Assert.Equal(HttpStatusCode.Redirect, reversed.StatusCode);
        var page = await Dock.Text(await dock.Tokyo.Http.GetAsync(new Uri("/association/hand-overs", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Contains("宛先違い", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_is_ten_digits_that_begin_with_a_prefecture()
    {
        Assert.True(InstitutionCodes.IsCode("1312345678"));
        Assert.All(["", "131234567", "13123456789", "0012345678", "4812345678", "13A2345678"], code => Assert.False(InstitutionCodes.IsCode(code)));
    }

    [Fact]
    public void An_institution_without_a_code_is_the_same_by_the_same_name_in_the_same_association_only()
    {
        Assert.Equal(InstitutionCodes.OfName("13", "ＡＢＣ クリニック"), InstitutionCodes.OfName("13", "abcクリニック"));
        Assert.NotEqual(InstitutionCodes.OfName("13", "abcクリニック"), InstitutionCodes.OfName("27", "abcクリニック"));
        Assert.Matches("^X[0-9A-F]{15}$", InstitutionCodes.OfName("13", "a").Value);
    }

    [Theory]
    [InlineData("en", "“date and time” is 2099-06-01 10:00 +09:00, which has not come yet. Check the date and the time difference.")]
    [InlineData("ja", "「日時」の 2099-06-01 10:00 +09:00 はまだ来ていません。日付と時差を確認してください。")]
    [InlineData("zh-Hans", "“时间”的 2099-06-01 10:00 +09:00 尚未到来。请检查日期和时差。")]
    public async Task A_time_that_has_not_come_is_refused_in_a_whole_sentence(string language, string sentence)
    {
        await Received();
        using var secretary = await FourServices.SignIn(dock.Host, Role.Association, $"secretary-{language}".ToLowerInvariant());

        var refused = await secretary.Send(
            $"/association/hand-overs/new?lang={language}",
            "",
            ("Name", "Central Hospital"), ("Member", "yes"), ("At", "2099-06-01T10:00"), ("Goods[0].Product", "mask"), ("Goods[0].Pieces", "1"));

        Assert.Contains(sentence, refused.Expect(422).Words, StringComparison.Ordinal);
    }

    async Task Received()
    {
        using var answer = await (await Dock.Open(dock.Tokyo, Dock.ReceiptPage(await dock.Parcel()), "AllGood")).Send();
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    /// <summary>The first goods of the form are garments, the second masks.</summary>
    Task<HttpResponseMessage> Give(params (string Name, string Value)[] fields) =>
        dock.Tokyo.Send("/association/hand-overs/new", [.. fields, .. fields.Any(field => field.Name == "At") ? Array.Empty<(string, string)>() : [("At", Japan.Field(Japan.Now(TimeProvider.System)))]]);
}
