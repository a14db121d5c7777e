using System.Globalization;
using Logistics.AllInOne;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.EventLog;
using Logistics.Portal.Accounts;
using Logistics.Portal.Pages;
using Logistics.ServiceDefaults.Access;
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
        await Stock(host);
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
        await Assertions.Expect(other.Locator("#plan-state")).ToContainTextAsync(Texts["sharing.plan-approved"]);
        await other.TabToAndPress("form[action*=Publish] button");
        await Assertions.Expect(other.Locator("#plan-state")).ToContainTextAsync(Texts["sharing.plan-published"]);

        var plan = Assert.Single((await host.Get(Role.Coordinator, "/distribution/plans")).Expect(200).Json!.AsArray())!;
        Assert.Equal("published", (string?)plan["state"]);
    }

    static async Task Stock(RunningHost host)
    {
        var gift = DonationNumber.From(2020, 1);
        var goods = new Goods(gift, 1, Code.Parse<ProductCode>("mask"), null, Code.Parse<LotNumber>("A"), Code.Parse<Expiry>("2099-04-30"), 60);
        Carton[] cartons = [.. Enumerable.Range(1, Cartons)
            .Select(number => string.Create(CultureInfo.InvariantCulture, $"C{number:0000}"))
            .Select(own => new Carton(CartonId.From(gift, own), own, [goods]))];
        await host.Log("shipment").Write(new Origin("shipment", "test"), session =>
        {
            session.Append("consignment/999-20051113", new CartonsDelivered(Code.Parse<AirWaybill>("999-20051113"), new(2020, 5, 13, 15, 0, 0, TimeSpan.FromHours(9)), cartons, []));
            return 0;
        });
        await Eventually.Holds(
            async () => (await host.Get(Role.Auditor, "/distribution/stock?product=mask")).Expect(200).Json!["entries"]!.AsArray().Count > 0,
            "the goods in stock");
    }

    async Task<IBrowserContext> SignIn(RunningHost host, string name)
    {
        new GivenAccount(name, $"{name}@test.example", name, Role.Coordinator, "", "ja").Make(host.Services, Password);
        var context = await chromium.Open(Device.Desk.Options(host.Address, "ja"));
        var page = await context.NewPageAsync();
        await page.GotoAsync("/account/sign-in");
        await page.TabToAndType("#email", $"{name}@test.example");
        await page.TabToAndType("#password", Password);
        await page.Keyboard.PressAsync("Enter");
        await page.IsAt("/coordinator$");
        return context;
    }
}
