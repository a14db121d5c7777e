using System.Net;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Contracts.Shipment;
using Logistics.Portal.Pages;
using Logistics.Portal.Tests.Trackings;
using Logistics.ServiceDefaults.Access;
using Logistics.ServiceDefaults.Refusals;

namespace Logistics.Portal.Tests.Pages;

public sealed class PageTests(TrackCodeTests.Story story) : IClassFixture<TrackCodeTests.Story>
{
    [Fact]
    public void Every_text_is_there_in_every_language_with_the_same_facts()
    {
        Assert.All(Texts.Entries, text =>
        {
            Assert.Equal(Languages.All.Order(StringComparer.Ordinal), text.Value.Keys.Order(StringComparer.Ordinal));
            Assert.All(text.Value.Values, Assert.NotEmpty);
            Assert.Single(text.Value.Values.Select(one => string.Join(' ', Facts(one))).Distinct(StringComparer.Ordinal));
        });
    }

    [Fact]
    public void Every_account_and_everything_that_can_happen_has_a_text()
    {
        var keys = Account.Names.Select(name => $"account.{name}")
            .Concat(Enum.GetNames<MilestoneCode>().Select(code => $"entry.milestone-recorded.{code.ToUpperInvariant()}"))
            .Concat(Enum.GetNames<Condition>().Select(condition => $"entry.cartons-counted.{condition.ToLowerInvariant()}"))
            .Concat(new[] { "good", "destroyed", "written-off" }.Select(resolution => $"entry.discrepancy-resolved.{resolution}"));

        Assert.Equal(3, Enum.GetNames<Resolution>().Length);
        Assert.All(keys, key => Assert.Contains(key, Texts.Entries.Keys));
    }

    [Fact]
    public async Task Every_item_of_every_timeline_can_be_read_in_every_language()
    {
        string[] codes = ["D-2020-0001", "D-2020-0002", "020-12345675", PartlyHandedOver.FirstSscc, "D-2020-0001/C0010", "D-2020-0001/G0002", "P-13-2020-0001", "C0001"];
        foreach (var code in codes)
        {
            foreach (var language in Languages.All)
            {
                var page = (await story.Host.Get(Role.Auditor, "/portal/t/" + code, language)).Expect(200);
                Assert.Contains($"<html lang=\"{language}\">", page.Text, StringComparison.Ordinal);
                Assert.DoesNotContain("{", page.Text, StringComparison.Ordinal);
                Assert.DoesNotContain("<td>–", page.Text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task The_language_asked_for_goes_before_that_of_the_browser()
    {
        Assert.Contains("寄贈 D-2020-0001", (await story.Host.Get(Role.Auditor, "/portal/t/D-2020-0001", "ja,en;q=0.5")).Text, StringComparison.Ordinal);
        Assert.Contains("捐赠 D-2020-0001", (await story.Host.Get(Role.Auditor, "/portal/t/D-2020-0001?lang=zh-Hans", "ja")).Text, StringComparison.Ordinal);
        Assert.Contains("Donation D-2020-0001", (await story.Host.Get(Role.Auditor, "/portal/t/D-2020-0001?lang=%3Cscript%3E", "fr")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Times_are_those_of_the_place()
    {
        var page = WebUtility.HtmlDecode((await story.Host.Get(Role.Auditor, "/portal/t/020-12345675")).Text);

        Assert.Contains("""<time datetime="2020-05-11T23:40:00+08:00">2020-05-11 23:40 <small>UTC+08:00</small></time>""", page, StringComparison.Ordinal);
        Assert.Contains("""<time datetime="2020-05-12T02:35:00+09:00">2020-05-12 02:35 <small>UTC+09:00</small></time>""", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/portal/")]
    [InlineData("/portal/t/D-2020-0001")]
    [InlineData("/portal/t/%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("/portal/t?code=%3Cscript%3Ealert(1)%3C/script%3E%22%20onload=%22")]
    public async Task What_people_typed_is_never_markup(string path)
    {
        var page = await story.Host.Get(Role.Auditor, path);

        Assert.DoesNotContain("<script", page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\" onload", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_donor_is_shown_as_written() => Assert.Contains(
        "Alibaba &lt;script&gt;alert(1)&lt;/script&gt; &amp; Co.", (await story.Host.Get(Role.Auditor, "/portal/t/D-2020-0001")).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("/portal/")]
    [InlineData("/portal/t/D-2020-0001")]
    [InlineData("/portal/t/x")]
    public async Task A_page_runs_nothing_loads_nothing_and_is_framed_by_nobody(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        using var response = await story.Host.Send(request);

        Assert.Equal(
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("DENY", Assert.Single(response.Headers.GetValues("X-Frame-Options")));
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task The_stylesheet_is_a_stylesheet()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/portal/style.css");
        using var response = await story.Host.Send(request);

        Assert.Equal(("text/css", "nosniff"), (response.Content.Headers.ContentType!.MediaType, Assert.Single(response.Headers.GetValues("X-Content-Type-Options"))));
    }

    [Fact]
    public async Task What_is_not_known_says_so_and_offers_the_form()
    {
        Assert.Contains("Nothing is known under “x”", (await story.Host.Get(Role.Auditor, "/portal/t/x")).Expect(404).Text, StringComparison.Ordinal);
        var wrong = (await story.Host.Get(Role.Auditor, "/portal/t?code=395212340000000015")).Expect(400);
        Assert.Contains("its check digit must be 4", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("<form action=\"/portal/t\"", wrong.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_front_page_lists_what_is_under_way()
    {
        var page = (await story.Host.Get(Role.Auditor, "/portal/")).Expect(200);

        Assert.Contains("""<a href="/portal/t/D-2020-0001?lang=en">D-2020-0001</a>""", page.Text, StringComparison.Ordinal);
        Assert.Contains("""<a href="/portal/t/D-2020-0002?lang=en">D-2020-0002</a>""", page.Text, StringComparison.Ordinal);
    }

    static IEnumerable<string> Facts(string text) => Texts.Placeholder().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal);
}
