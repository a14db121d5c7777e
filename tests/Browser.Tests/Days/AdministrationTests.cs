using Logistics.Hosting.Access;
using Logistics.Portal.Users.Records;
using Logistics.Portal.Web;
using Logistics.Testing;
using Microsoft.Playwright;

namespace Logistics.Browser.Tests.Days;

/// <summary>The day of an administrator, and what an auditor sees of it.</summary>
public sealed class AdministrationTests(Chromium chromium, DemoPortal portal) : IClassFixture<DemoPortal>
{
    const string Password = "three calm words";

    public static TheoryData<string, string> Ways() => new() { { "desk", "en" }, { "telephone", "ja" } };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task An_administrator_watches_the_system_and_minds_its_people_and_machines(string device, string language)
    {
        var texts = new Texts(language);
        new GivenUser(device, $"{device}@test.example", $"Somebody with a {device}", Role.Foundation, "", "zh-Hans").Make(portal.Host.Services, Password);
        await using var context = await portal.Open(chromium, "admin", Device.Named(device), language);
        var watched = await Watched.Open(context, portal.Address);
        var page = watched.Page;

        await page.GotoAsync("/operations");
        await page.Shows(texts["operations.all-follow"]);
        await page.GotoAsync("/operations/logs");
        await page.Press(texts["operations.check-all"]);
        await Assertions.Expect(page.Locator("#logs .tag.good", new() { HasText = texts["operations.whole"] })).ToHaveCountAsync(5);

        await page.GotoAsync("/operations/audit");
        await page.FillAsync("#person", "second@demo.example");
        await page.PressAsync("#person", "Enter");
        await page.Shows("鈴木 一郎");
        await page.FillAsync("#person", "");
        await page.FillAsync("#about", "P-13-2020-0001");
        await page.PressAsync("#about", "Enter");
        await Assertions.Expect(page.Locator("main tbody tr").Nth(2)).ToBeVisibleAsync();

        await page.GotoAsync($"/operations/accounts/{device}");
        await page.Press(texts["accounts.lock"]);
        await page.Shows(texts["account-state.locked"]);
        await page.Press(texts["accounts.unlock"]);
        await page.Shows(texts["account-state.active"]);

        await page.GotoAsync("/operations/machines");
        await page.FillAsync("#name", $"stock clerk at the {device}");
        await page.SelectOptionAsync("#role", "Auditor");
        await page.Press(texts["accounts.make-token"]);
        var token = await page.Locator(".notice.done code").InnerTextAsync();
        Assert.StartsWith("lgm_", token, StringComparison.Ordinal);
        await page.GotoAsync("/operations/machines");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync(token);
        await page.Press(texts["accounts.revoke-of", ("name", $"stock clerk at the {device}")]);
        await Assertions.Expect(page.Locator("tr", new() { HasText = $"stock clerk at the {device}" })).ToContainTextAsync(texts["accounts.revoked"]);

        Assert.Empty(watched.TakeFaults());
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task An_auditor_reads_everything_checks_the_logs_and_changes_nothing(string device, string language)
    {
        var texts = new Texts(language);
        await using var context = await portal.Open(chromium, "auditor", Device.Named(device), language);
        var page = await context.NewPageAsync();
        var offered = new List<string>();

        foreach (var address in Route.Approved()
            .Where(route => route.Kind == "PAGE" && route.Who.Contains("auditor", StringComparer.Ordinal) && !route.Who.Contains(Route.Public, StringComparer.Ordinal)
                && !route.Pattern.StartsWith("/account", StringComparison.Ordinal) && !route.Pattern.Contains("/photos/", StringComparison.Ordinal))
            .Select(route => route.Address))
        {
            await page.GotoAsync(address);
            await Assertions.Expect(page.Locator("h1").First).ToBeVisibleAsync();
            if (await page.Locator("main form[method=post]").CountAsync() > 0)
                offered.Add(address);
        }

        // Auditors check whether the hash chains hold.
        Assert.Equal(["/operations/logs"], offered);

        await page.GotoAsync("/operations/logs");
        await page.Press(texts["operations.check-all"]);
        await Assertions.Expect(page.Locator("#logs .tag.good", new() { HasText = texts["operations.whole"] })).ToHaveCountAsync(5);
    }
}
