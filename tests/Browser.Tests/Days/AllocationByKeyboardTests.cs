using Logistics.AllInOne;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.Hosting.Access;
using Logistics.Portal.Users.Records;
using Logistics.Portal.Web;
using Logistics.Testing;
using Microsoft.Playwright;

namespace Logistics.Browser.Tests.Days;

/// <summary>Goods at the hub are shared out by two people who touch no mouse.</summary>
public sealed class AllocationByKeyboardTests(Chromium chromium)
{
    const string Password = "three calm words";
    const int Cartons = 100;

    static readonly Texts Texts = new("ja");

    [Fact]
    public async Task A_plan_is_drafted_approved_by_another_and_published()
    {
        await using var host = await RunningHost.Start(AllServices.Define());
        await host.AtHub(Code.Parse<ProductCode>("mask"), Cartons);
        await using var first = await SignIn(host, "sato");
        var page = first.Pages[0];

        await page.GotoAsync("/coordinator/allocations/new");
        await page.TabToAndType("[name='a-reserve']", "10");
        // The outcome is reckoned while it is typed.
        await Assertions.Expect(page.Locator("#said")).ToContainTextAsync(Texts.Cartons(10));
        await page.TabToAndPress("button[name=use][value=a]");
        await page.IsAt("/coordinator/allocations/A-");
        await page.TabToAndPress("form[action*=Approve] button");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();

        await using var second = await SignIn(host, "suzuki");
        var other = second.Pages[0];
        await other.GotoAsync(new Uri(page.Url).AbsolutePath);
        await other.TabToAndPress("form[action*=Approve] button");
        await Assertions.Expect(other.Locator("#plan-state")).ToContainTextAsync(Texts["plan-state.approved"]);
        await other.TabToAndPress("form[action*=Publish] button");
        await Assertions.Expect(other.Locator("#plan-state")).ToContainTextAsync(Texts["plan-state.published"]);

        var plan = Assert.Single((await host.Get(Role.Coordinator, "/distribution/plans")).Expect(200).Json!.AsArray())!;
        Assert.Equal("published", (string?)plan["state"]);
    }

    async Task<IBrowserContext> SignIn(RunningHost host, string name)
    {
        new GivenUser(name, $"{name}@test.example", name, Role.Coordinator, "", "ja").Make(host.Services, Password);
        var context = await chromium.Open(Device.Desk.Options(host.Address, "ja"));
        var page = await context.NewPageAsync();
        await page.SignInByKeyboard($"{name}@test.example", Password);
        await page.IsAt("/coordinator$");
        return context;
    }
}
