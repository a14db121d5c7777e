using System.Net;
using Logistics.Client.Tracking;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Contracts.Languages;
using Logistics.Contracts.Shipment;
using Logistics.Hosting.Access;
using Logistics.Hosting.Refusals;
using Logistics.Portal.Pages;
using Logistics.Portal.Web;
using Logistics.Testing;
using Logistics.Tracking;

namespace Logistics.Portal.Tests.Pages.Public;

public sealed class ShowTrackingTests(Story story) : IClassFixture<Story>
{
    [Fact]
    public void Every_text_is_there_in_every_language_with_the_same_facts() => Assert.All(Texts.Entries, text =>
    {
        Assert.Equal(Languages.All.Order(StringComparer.Ordinal), text.Value.Keys.Order(StringComparer.Ordinal));
        Assert.All(text.Value.Values.SelectMany(one => one.Forms), Assert.NotEmpty);
        Assert.Single(text.Value.Values.Select(one => string.Join(' ', Facts(one.Text))).Distinct(StringComparer.Ordinal));
    });

    [Fact]
    public void Every_account_and_everything_that_can_happen_has_a_text()
    {
        var keys = LedgerAccount.Names.Select(name => $"account.{name}")
            .Concat(Enum.GetNames<MilestoneCode>().Select(code => $"entry.milestone-recorded.{code.ToUpperInvariant()}"))
            .Concat(Enum.GetNames<Condition>().Select(condition => $"entry.cartons-counted.{condition.ToLowerInvariant()}"))
            .Concat(new[] { "good", "destroyed", "written-off" }.Select(resolution => $"entry.discrepancy-resolved.{resolution}"));

        Assert.Equal(3, Enum.GetNames<Resolution>().Length);
        Assert.All(keys, key => Assert.Contains(key, Texts.Entries.Keys));
    }

    [Theory]
    [InlineData("D-2020-0001")]
    [InlineData("D-2020-0002")]
    [InlineData("020-12345675")]
    [InlineData(PartlyHandedOver.FirstSscc)]
    [InlineData("D-2020-0001/C0010")]
    [InlineData("D-2020-0001/G0002")]
    [InlineData("C0001")]
    public async Task Every_item_of_every_timeline_can_be_read_in_every_language(string code)
    {
        foreach (var language in Languages.All)
        {
            var page = await story.Open("/t/" + code, language);

            Assert.Equal(200, page.Status);
            Assert.Contains($"<html lang=\"{language}\"", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("{", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("<td>–", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_timeline_of_a_parcel_can_be_read_in_every_language_too()
    {
        var tracking = new TrackingClient(story.Host.Calls(Role.Auditor));
        var items = (await tracking.TrackCode("P-13-2020-0001", TestContext.Current.CancellationToken)).Expect().Timeline!;

        Assert.NotEmpty(items);
        Assert.All(Languages.All, language => Assert.All(items, item => Assert.DoesNotContain(
            "–", new Texts(language).Fill(ShowTracking.Key(item), name => item.Facts[name]?.ToString() ?? "–"), StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_language_asked_for_goes_before_that_of_the_browser()
    {
        Assert.Contains("寄贈 D-2020-0001", (await story.Open("/t/D-2020-0001", "ja,en;q=0.5")).Text, StringComparison.Ordinal);
        Assert.Contains("捐赠 D-2020-0001", (await story.Open("/t/D-2020-0001?lang=zh-Hans", "ja")).Text, StringComparison.Ordinal);
        Assert.Contains("Donation D-2020-0001", (await story.Open("/t/D-2020-0001?lang=%3Cscript%3E", "fr")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Times_are_those_of_the_place()
    {
        var page = WebUtility.HtmlDecode((await story.Open("/t/020-12345675")).Text);

        Assert.Contains("""<time datetime="2020-05-11T23:40:00+08:00">11 May 2020 23:40 <small>UTC+08:00</small></time>""", page, StringComparison.Ordinal);
        Assert.Contains("""<time datetime="2020-05-12T02:35:00+09:00">12 May 2020 02:35 <small>UTC+09:00</small></time>""", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/t/%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("/t?code=%3Cscript%3Ealert(1)%3C/script%3E%22%20onload=%22")]
    [InlineData("/t/D-2020-0001")]
    [InlineData("/donations/D-2020-0001")]
    [InlineData("/")]
    public async Task What_people_typed_is_never_markup(string path)
    {
        var page = await story.Open(path);

        Assert.DoesNotContain("<script>", page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\" onload", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/t/D-2020-0001")]
    [InlineData("/donations/D-2020-0001")]
    [InlineData("/")]
    public async Task The_donor_is_shown_as_written(string path) =>
        Assert.Contains("Alibaba &lt;script&gt;alert(1)&lt;/script&gt; &amp; Co.", (await story.Open(path)).Text, StringComparison.Ordinal);

    [Fact]
    public async Task What_is_not_known_says_so_and_offers_the_form_again_with_what_was_typed()
    {
        var page = await story.Open("/t?code=xyz");

        Assert.Equal(404, page.Status);
        Assert.Contains("Nothing is known under “xyz”", page.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"xyz\"", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "its check digit must be 4")]
    [InlineData("ja", "チェックディジットは 4 のはずです")]
    [InlineData("zh-Hans", "校验位应为 4")]
    public async Task A_wrong_check_digit_is_told_with_the_one_expected(string language, string text)
    {
        var page = await story.Open("/t?code=395212340000000015", language);

        Assert.Equal(400, page.Status);
        Assert.Contains(text, page.Text, StringComparison.Ordinal);
        Assert.Contains("action=\"/t\"", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_without_a_code_is_the_form()
    {
        var page = await story.Open("/t");

        Assert.Equal(200, page.Status);
        Assert.Contains("action=\"/t\"", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_below_zero_is_named_while_its_cause_is_on_its_way()
    {
        await using var host = await RunningHost.Start([TrackingSlices.Define(), PortalSlices.Define(), .. PartlyHandedOver.BareLogs]);
        await PartlyHandedOver.Append(host, "shipment", PartlyHandedOver.Shipment);
        await PartlyHandedOver.Followed(host);

        var page = await host.Get(Role.Auditor, "/t/D-2020-0001");

        Assert.Contains("below zero", page.Expect(200).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/t?code=%00")]
    [InlineData("/t/..%2F..")]
    [InlineData("/t?code=%5C..%5C")]
    public async Task What_is_no_code_is_not_known(string path) => Assert.Equal(404, (await story.Open(path)).Status);

    [Fact]
    public async Task A_code_of_thousands_of_characters_is_not_known() => Assert.Equal(404, (await story.Open("/t?code=" + new string('9', 7_000))).Status);

    [Fact]
    public async Task Nobody_who_is_not_signed_in_learns_of_a_parcel()
    {
        var page = await story.Open("/t/P-13-2020-0001");

        Assert.Equal(404, page.Status);
        Assert.Equal(
            page.Text.Replace("P-13-2020-0001", "", StringComparison.Ordinal),
            (await story.Open("/t/P-13-2020-0009")).Text.Replace("P-13-2020-0009", "", StringComparison.Ordinal));
        Assert.DoesNotContain("P-13", (await story.Open("/t/" + PartlyHandedOver.FirstSscc)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/t/D-2020-0001", 200)]
    [InlineData("/t/x", 404)]
    [InlineData("/donations/D-2020-0001", 200)]
    [InlineData("/donations/D-2020-0009", 404)]
    [InlineData("/00/395212340000000014", 307)]
    [InlineData("/01/09521234000013", 200)]
    public async Task The_head_of_a_page_is_that_of_the_page(string path, int status) =>
        Assert.Equal((status, ""), (await story.Open(path, method: HttpMethod.Head)) is var head ? (head.Status, head.Text) : default);

    static IEnumerable<string> Facts(string text) => Wording.Placeholder().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal);
}
