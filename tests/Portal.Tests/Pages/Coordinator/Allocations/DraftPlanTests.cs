using System.Net;
using Logistics.Hosting.Access;

namespace Logistics.Portal.Tests.Pages.Coordinator.Allocations;

public sealed class DraftPlanTests(FourServices services) : IClassFixture<FourServices>
{
    const string Bench = "/coordinator/allocations/new";

    [Fact]
    public async Task Looking_at_rules_stores_nothing()
    {
        var product = await services.Stock(100);
        using var coordinator = await services.SignIn(Role.Coordinator);
        var before = await services.Host.End("distribution");

        var page = (await coordinator.Get($"{Bench}?goods={product}&a-method=webster&a-indicator-1=physicians&a-reserve=5")).Expect(200);
        (await coordinator.Get($"{Bench}?goods={product}&compare=on&a-method=webster&a-indicator-1=physicians&b-method=webster&b-indicator-1=population")).Expect(200);

        Assert.Contains("Shared 95 cartons + reserve 5 cartons = stock 100 cartons ✓", page.Words, StringComparison.Ordinal);
        Assert.Equal(before, await services.Host.End("distribution"));
    }

    [Fact]
    public async Task Two_rules_side_by_side_say_who_gets_more_and_who_less()
    {
        var product = await services.Stock(20);
        using var coordinator = await services.SignIn(Role.Coordinator);

        var page = await coordinator.Get(
            $"{Bench}?goods={product}&compare=on&a-method=fixed-with-remainder&a-fixed-13=12&a-fixed-27=5&a-remainder=01&b-method=fixed-with-remainder&b-fixed-13=10&b-fixed-27=5&b-remainder=01");

        Assert.Contains("01 Hokkaido 3 cartons 5 cartons +2 more +120", page.Words, StringComparison.Ordinal);
        Assert.Contains("13 Tokyo 12 cartons 10 cartons −2 less −120", page.Words, StringComparison.Ordinal);
        Assert.Contains("27 Osaka 5 cartons 5 cartons ±0 same ±0", page.Words, StringComparison.Ordinal);
        Assert.Contains("Recipients that get more or less: 2. Cartons that move: 2 cartons.", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_rule_begins_as_the_first()
    {
        var product = await services.Stock(100);
        using var coordinator = await services.SignIn(Role.Coordinator);

        var page = await coordinator.Get($"{Bench}?goods={product}&compare=on&a-method=webster&a-indicator-1=population&a-reserve=7");

        Assert.Contains("Recipients that get more or less: 0.", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_is_sent_twice_is_made_once()
    {
        var product = await services.Stock(100);
        using var coordinator = await services.SignIn(Role.Coordinator);
        (string, string)[] form =
        [
            .. AtWork.Hidden(await coordinator.Get($"{Bench}?goods={product}")),
            ("goods", product), ("on", "2020-05-14"), ("use", "a"), ("a-method", "webster"), ("a-indicator-1", "physicians"), ("a-reserve", "10"),
        ];

        var first = (await coordinator.Post(Bench, form)).Expect(302);
        var again = (await coordinator.Post(Bench, form)).Expect(302);

        Assert.Equal(first.Location, again.Location);
        Assert.Single(await services.List($"/plans?product={product}"));
        Assert.Contains("is drafted. Another person can approve it now.", (await coordinator.Get(first.Location!)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_rule_is_shown_with_what_was_typed()
    {
        var product = await services.Stock(100);
        using var coordinator = await services.SignIn(Role.Coordinator);

        var page = await coordinator.Send(
            $"{Bench}?goods={product}", "", ("goods", product), ("on", "2020-05-14"), ("use", "a"), ("a-method", "webster"), ("a-indicator-1", "population"), ("a-minimum", "999"));

        Assert.InRange(page.Status, 400, 499);
        Assert.Contains("role=\"alert\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"999\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("<option value=\"population\" selected=\"selected\">", page.Text, StringComparison.Ordinal);
        Assert.Empty(await services.List($"/plans?product={product}"));
    }

    [Fact]
    public async Task What_is_no_whole_number_is_named_and_kept()
    {
        var product = await services.Stock(10);
        using var coordinator = await services.SignIn(Role.Coordinator);

        var page = await coordinator.Get($"{Bench}?goods={product}&a-method=webster&a-indicator-1=physicians&a-reserve=5.5");

        Assert.Contains("“5.5” is not a whole number", page.Words, StringComparison.Ordinal);
        Assert.Contains("value=\"5.5\"", WebUtility.HtmlDecode(page.Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_day_is_named_and_kept_and_nothing_is_drafted()
    {
        var product = await services.Stock(10);
        using var coordinator = await services.SignIn(Role.Coordinator);

        var page = await coordinator.Send($"{Bench}?goods={product}", "", ("goods", product), ("on", "14 May"), ("use", "a"), ("a-method", "webster"), ("a-indicator-1", "physicians"));

        Assert.Contains("“14 May” is not a day.", page.Words, StringComparison.Ordinal);
        Assert.Contains("value=\"14 May\"", page.Text, StringComparison.Ordinal);
        Assert.Empty(await services.List($"/plans?product={product}"));
    }

    [Fact]
    public async Task Goods_that_cannot_be_read_are_not_found()
    {
        await services.Stock(10);
        using var coordinator = await services.SignIn(Role.Coordinator);

        (await coordinator.Get($"{Bench}?goods=no!product")).Expect(404);
    }

    [Fact]
    public async Task Only_coordinators_share_out()
    {
        using var auditor = await services.SignIn(Role.Auditor);
        using var association = await services.SignIn(Role.Association);

        (await auditor.Get(Bench)).Expect(404);
        (await association.Get(Bench)).Expect(404);
        (await auditor.Get("/coordinator/allocations")).Expect(200);
    }
}
