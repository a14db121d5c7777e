using System.Text.RegularExpressions;
using Logistics.Hosting.Access;
using Logistics.Portal.Tests.Pages;

namespace Logistics.Portal.Tests.Papers;

public sealed partial class DocumentTests(PapersOfAGift gift) : IClassFixture<PapersOfAGift>
{
    [Fact]
    public async Task The_gift_list_names_every_line_in_both_languages()
    {
        var words = (await Open(Role.Foundation, $"/foundation/donations/{gift.Donation}/gift-list?lang=zh-Hans")).Words;

        Assert.Contains("目録 捐赠清单", words, StringComparison.Ordinal);
        Assert.Contains("マスク 口罩 09521234000013 600 枚 600 只", words, StringComparison.Ordinal);
        Assert.Contains("Donor <b> & Co.", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Labels_are_of_the_range_that_was_asked_for_and_say_which_of_how_many()
    {
        var page = await Open(Role.Foundation, $"/foundation/donations/{gift.Donation}/labels?from=3&to=5");

        Assert.Equal(["3 / 10", "4 / 10", "5 / 10"], Which().Matches(page.Text).Select(match => match.Groups[1].Value));
        Assert.Equal(3, Regex.Count(page.Text, "<img class=\"qr\" src=\"/foundation/labels/D-", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Contains($"{gift.Donation}/C00003", page.Words, StringComparison.Ordinal);
        Assert.Contains("2099-04", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_of_a_label_is_a_picture_for_who_prints_labels()
    {
        using var person = await gift.SignIn(Role.Foundation);
        var picture = (await person.Get("/foundation/labels/395212340000000014")).Expect(200);

        Assert.StartsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"", picture.Text, StringComparison.Ordinal);
        await OpenMissing(Role.Foundation, "/foundation/labels/395212340000000015");
        await OpenMissing(Role.Coordinator, "/foundation/labels/395212340000000014");
    }

    [Theory]
    [InlineData("?from=0&to=99", "1 / 10", "10 / 10")]
    [InlineData("?from=10", "10 / 10", "10 / 10")]
    [InlineData("?from=99", "10 / 10", "10 / 10")]
    [InlineData("?from=5&to=2", "5 / 10", "5 / 10")]
    [InlineData("?from=9&single=true", "9 / 10", "10 / 10")]
    public async Task A_range_that_no_cartons_have_becomes_one_that_they_have(string query, string first, string last)
    {
        var which = Which().Matches((await Open(Role.Foundation, $"/foundation/donations/{gift.Donation}/labels{query}")).Text).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal((first, last), (which[0], which[^1]));
    }

    [Fact]
    public async Task The_waybill_and_the_delivery_note_say_to_whom_what_and_how_many()
    {
        var waybill = (await Open(Role.Coordinator, $"/coordinator/parcels/{gift.Parcel}/waybill")).Words;
        var note = (await Open(Role.Coordinator, $"/coordinator/parcels/{gift.Parcel}/delivery-note")).Words;

        Assert.Contains("東京都医師会", waybill, StringComparison.Ordinal);
        Assert.Contains("Yamato <i>", waybill, StringComparison.Ordinal);
        Assert.Contains("1 マスク masks M1 2099-04 6 360 枚", note, StringComparison.Ordinal);
        Assert.Contains("受領書（返送用）", note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_on_the_papers_of_a_parcel_opens_its_receipt() => Assert.Contains(
        $"/association/parcels/{gift.Parcel}/receipt\"", (await Open(Role.Coordinator, $"/coordinator/parcels/{gift.Parcel}/waybill")).Text, StringComparison.Ordinal);

    [Fact]
    public async Task The_papers_of_a_dispatch_are_those_of_all_its_parcels()
    {
        var page = await Open(Role.Coordinator, "/coordinator/parcels/print?at=2020-05-14T10:00:00%2B09:00");

        Assert.Equal(4, Regex.Count(page.Text, "<section class=\"sheet", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Contains("P-27-2020-0001", page.Words, StringComparison.Ordinal);
        await OpenMissing(Role.Coordinator, "/coordinator/parcels/print?at=2020-05-15T10:00:00%2B09:00");
        await OpenMissing(Role.Coordinator, "/coordinator/parcels/print?at=x");
    }

    [Fact]
    public async Task The_goods_received_note_says_what_was_good_and_what_was_not()
    {
        var words = (await Open(Role.Coordinator, $"/coordinator/consignments/{PapersOfAGift.AirWaybill}/notes/{gift.Note}/print")).Words;

        Assert.Contains("良好：480 点（8 箱）", words, StringComparison.Ordinal);
        Assert.Contains("破損 Damage wet 1 60", words, StringComparison.Ordinal);
        Assert.Contains("不足 Shortage", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_loss_report_names_every_carton_that_did_not_arrive_whole()
    {
        var words = (await Open(Role.Coordinator, $"/coordinator/consignments/{PapersOfAGift.AirWaybill}/loss-report")).Words;

        Assert.Contains($"{gift.Donation}/C00009", words, StringComparison.Ordinal);
        Assert.Contains($"{gift.Donation}/C00010", words, StringComparison.Ordinal);
        Assert.DoesNotContain($"{gift.Donation}/C00008", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_receipt_is_the_association_s_own()
    {
        var words = (await Open(Role.Association, $"/association/receipts/{gift.Receipt}")).Words;

        Assert.Contains("一般社団法人日本医療国際化機構", words, StringComparison.Ordinal);
        Assert.Contains("300 枚 10 50 0", words, StringComparison.Ordinal);
        Assert.Contains("crushed", words, StringComparison.Ordinal);
        await OpenMissing(Role.Association, "/association/receipts/R-2020-9999");
    }

    [Theory]
    [InlineData(Role.Foundation, "/foundation/donations/D-2020-9999/gift-list")]
    [InlineData(Role.Foundation, "/foundation/donations/D-2020-9999/labels")]
    [InlineData(Role.Foundation, "/foundation/donations/x/labels")]
    [InlineData(Role.Coordinator, "/coordinator/parcels/P-13-2020-9999/waybill")]
    [InlineData(Role.Coordinator, "/coordinator/parcels/x/delivery-note")]
    [InlineData(Role.Coordinator, "/coordinator/consignments/020-12345675/notes/GRN-2020-9999/print")]
    [InlineData(Role.Coordinator, "/coordinator/consignments/176-12345675/loss-report")]
    [InlineData(Role.Foundation, "/coordinator/parcels/P-13-2020-0001/waybill")]
    public async Task What_is_not_there_or_not_yours_is_the_same_page(Role role, string path) => await OpenMissing(role, path);

    async Task<Shown> Open(Role role, string path)
    {
        using var person = await gift.SignIn(role);
        return (await person.Get(path)).Expect(200);
    }

    async Task OpenMissing(Role role, string path)
    {
        using var person = await gift.SignIn(role);
        (await person.Get(path)).Expect(404);
    }

    [GeneratedRegex("<b>([0-9,]+ / [0-9,]+)</b>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Which();
}
