using System.Net;
using System.Text;

namespace Logistics.Portal.Tests.Pages.Association.Receipts;

public sealed class ConfirmReceiptTests(Dock dock) : IClassFixture<Dock>
{
    [Fact]
    public async Task All_good_is_one_question_and_one_answer()
    {
        var parcel = await dock.Parcel();
        var shown = await Dock.Text(await dock.Tokyo.Http.GetAsync(new Uri(Dock.ReceiptPage(parcel), UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Contains("マスク 240 枚（4 箱）", shown, StringComparison.Ordinal);
        Assert.Contains("すべて良好（マスク 240 枚・防護服 50 着）", shown, StringComparison.Ordinal);

        using var answer = await (await Dock.Open(dock.Tokyo, Dock.ReceiptPage(parcel), "AllGood")).Send();

        var receipt = Assert.Single(await dock.Receipts(parcel))!;
        Assert.Equal((HttpStatusCode.Redirect, $"/association/parcels/{parcel}/receipts/{receipt["number"]}"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.Equal([240, 50], receipt["lines"]!.AsArray().Select(line => (int)line!["good"]!));
        var done = await Dock.Text(await dock.Tokyo.Http.GetAsync(answer.Headers.Location, TestContext.Current.CancellationToken));
        Assert.Contains("受領を登録しました", done, StringComparison.Ordinal);
        Assert.Contains((string)receipt["number"]!, done, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AllGood")]
    [InlineData("Differences")]
    public async Task A_form_that_is_sent_again_makes_no_second_receipt_and_answers_the_same(string handler)
    {
        var parcel = await dock.Parcel();
        var tab = await Dock.Open(dock.Tokyo, Dock.ReceiptPage(parcel), handler);

        var answers = await Task.WhenAll(tab.Send(), tab.Send(), tab.Send());

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Single(answers.Select(answer => answer.Headers.Location).Distinct());
        Assert.Single(await dock.Receipts(parcel));
    }

    [Theory]
    [InlineData("AllGood", "Differences")]
    [InlineData("Differences", "AllGood")]
    [InlineData("AllGood", "AllGood")]
    public async Task Two_tabs_make_one_receipt_and_the_second_is_told_what_came_before(string first, string second)
    {
        var parcel = await dock.Parcel();
        var (one, other) = (await Dock.Open(dock.Tokyo, Dock.ReceiptPage(parcel), first), await Dock.Open(dock.Tokyo, Dock.ReceiptPage(parcel), second));

        using var done = await one.Send();
        using var refused = await other.Send();

        var receipt = (string)Assert.Single(await dock.Receipts(parcel))!["number"]!;
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict), (done.StatusCode, refused.StatusCode));
        var page = await Dock.Text(refused);
        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
        Assert.Contains(receipt, page, StringComparison.Ordinal);
        Assert.Contains("今回の入力は登録していません", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Differences_are_told_line_by_line_with_full_width_digits_and_what_has_not_come_stays_open()
    {
        var parcel = await dock.Parcel();
        var tab = (await Dock.Open(dock.Tokyo, Dock.ReceiptPage(parcel), "Differences"))
            .Type("lines[0].Good", "１８０").Type("lines[0].Missing", "６０").Type("lines[0].Reason", "箱の数が送り状より少ない").Type("lines[1].Good", "0");

        using var answer = await tab.Send(("lines[0].NewPhotos", "photo.png", Dock.Png));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var line = Assert.Single(Assert.Single(await dock.Receipts(parcel))!["lines"]!.AsArray())!;
        Assert.Equal((180, 60, "箱の数が送り状より少ない"), ((int)line["good"]!, (int)line["missing"]!, (string?)line["reason"]));
        Assert.Single(line["photos"]!.AsArray());
        var done = await Dock.Text(await dock.Tokyo.Http.GetAsync(answer.Headers.Location, TestContext.Current.CancellationToken));
        Assert.Contains("残り 50 着", done, StringComparison.Ordinal);
        var again = await Dock.Text(await dock.Tokyo.Http.GetAsync(new Uri(Dock.ReceiptPage(parcel), UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Contains("すべて良好（50 着）", again, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lines[0].Missing", "60", "合計が 300 枚になっていますが、届くはずの数は 240 枚です")]
    [InlineData("lines[0].Good", "たくさん", "数は整数で入力してください")]
    [InlineData("lines[0].Good", "-5", "数は整数で入力してください")]
    [InlineData("receivedAt", "", "日付と時刻を入力してください")]
    [InlineData("receivedAt", "2020-05-01T10:00", "発送日時")]
    [InlineData("receivedAt", "2099-05-01T10:00", "まだ来ていません")]
    public async Task What_was_typed_is_kept_when_something_is_wrong_and_nothing_is_registered(string field, string value, string said)
    {
        var parcel = await dock.Parcel();
        var tab = (await Dock.Open(dock.Tokyo, Dock.ReceiptPage(parcel), "Differences"))
            .Type("lines[1].Good", "40").Type("lines[1].Damaged", "10").Type("lines[1].Reason", "箱がぬれていた <b>").Type(field, value);

        using var answer = await tab.Send();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Dock.Text(answer);
        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Contains("value=\"40\"", page, StringComparison.Ordinal);
        Assert.Contains("箱がぬれていた <b>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(await dock.Receipts(parcel));
    }

    [Fact]
    public async Task A_line_that_is_refused_is_named_by_its_goods()
    {
        var parcel = await dock.Parcel();
        var tab = (await Dock.Open(dock.Tokyo, Dock.ReceiptPage(parcel), "Differences")).Type("lines[0].Photos", new string('0', 64));

        using var answer = await tab.Send();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Matches("マスク[^<]*M1[^<]*：行 1 の写真がこの発送に登録されていません", await Dock.Text(answer));
    }

    [Fact]
    public async Task A_difference_needs_a_reason_and_all_zero_is_no_receipt()
    {
        var parcel = await dock.Parcel();
        var tab = await Dock.Open(dock.Tokyo, Dock.ReceiptPage(parcel), "Differences");

        using var unexplained = await tab.Type("lines[0].Good", "230").Type("lines[0].Unfit", "10").Send();
        using var nothing = await tab.Type("lines[0].Good", "").Type("lines[1].Good", "０").Send();

        Assert.Contains("理由を入力してください", await Dock.Text(unexplained), StringComparison.Ordinal);
        Assert.Contains("すべて 0 になっています", await Dock.Text(nothing), StringComparison.Ordinal);
        Assert.Empty(await dock.Receipts(parcel));
    }

    [Fact]
    public async Task A_picture_that_is_none_is_refused_and_one_that_is_stays_for_the_next_try()
    {
        var parcel = await dock.Parcel();
        var tab = (await Dock.Open(dock.Tokyo, Dock.ReceiptPage(parcel), "Differences")).Type("lines[0].Good", "180").Type("lines[0].Missing", "60").Type("lines[0].Reason", "不足");
        (string, byte[])[] hostile =
        [
            ("drawing.svg", Encoding.UTF8.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")),
            ("photo.jpg", Encoding.UTF8.GetBytes("<!doctype html><script>alert(1)</script>")),
            ("large.png", [.. Dock.Png, .. new byte[11 * 1024 * 1024]]),
        ];

        foreach (var (name, content) in hostile)
        {
            using var answer = await tab.Send(("lines[0].NewPhotos", "good.png", Dock.Png), ("lines[0].NewPhotos", name, content));

            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var page = await Dock.Text(answer);
            Assert.Contains("写真", page, StringComparison.Ordinal);
            Assert.Contains("写真 1 枚 保存済み", page, StringComparison.Ordinal);
            Assert.Empty(await dock.Receipts(parcel));
        }
    }

    [Theory]
    [InlineData("/association/parcels/{0}/receipt")]
    [InlineData("/association/parcels/{0}/receipts/R-2020-0001")]
    [InlineData("/association/parcels/{0}/receipts/R-2020-0001/reversal")]
    public async Task What_is_anothers_is_not_there_is_misspelt_are_the_same_page(string address)
    {
        var osakas = await dock.Parcel("27");
        using (await (await Dock.Open(dock.Osaka, Dock.ReceiptPage(osakas), "AllGood")).Send())
        {
        }

        var pages = new List<string>();
        foreach (var parcel in new[] { osakas, "P-13-2020-9999", "P-99", "x%2F..%2Fy" })
        {
            var path = string.Format(System.Globalization.CultureInfo.InvariantCulture, address, parcel);
            using var answer = await dock.Tokyo.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            pages.Add((await Dock.Text(answer)).Replace(path, "", StringComparison.Ordinal).Replace(parcel, "", StringComparison.Ordinal));
        }

        Assert.Single(pages[..3].Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Another_associations_parcel_cannot_be_confirmed_with_a_forged_form()
    {
        var (mine, osakas) = (await dock.Parcel(), await dock.Parcel("27"));
        var tab = await Dock.Open(dock.Tokyo, Dock.ReceiptPage(mine), "AllGood");

        using var answer = await (tab with { Address = Dock.ReceiptPage(osakas) + "?handler=AllGood" }).Send();

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await dock.Receipts(osakas));
    }
}
