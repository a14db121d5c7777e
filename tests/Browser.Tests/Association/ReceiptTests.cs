using Logistics.Testing;
using Microsoft.Playwright;

namespace Logistics.Browser.Tests.Association;

/// <summary>One delivery, one receipt, whatever hands do.</summary>
public sealed class ReceiptTests(Chromium chromium) : IAsyncLifetime
{
    readonly Telephone telephone = new(chromium);

    public ValueTask InitializeAsync() => telephone.InitializeAsync();

    public ValueTask DisposeAsync() => telephone.DisposeAsync();

    [Fact]
    public async Task A_good_delivery_is_confirmed_in_three_taps_from_scanning()
    {
        var parcel = await telephone.Parcel();
        await telephone.Known();
        await telephone.OpenBrowser();
        await telephone.SignIn();
        var taps = 0;

        // The telephone's own camera shows the address, and a finger opens it.
        await telephone.Page.GotoAsync($"/00/{GivenGoods.Sscc}");
        taps++;
        await telephone.Page.Locator("details.step summary.main").TapAsync();
        taps++;
        await telephone.Page.Locator("details.step[open] button.main").TapAsync();
        taps++;

        await telephone.Page.Shows("受領を登録しました");
        Assert.Single(await telephone.Receipts(parcel));
        Assert.InRange(taps, 1, 3);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_double_click_makes_one_receipt(bool script)
    {
        var parcel = await telephone.Parcel();
        await using var context = await chromium.Open(Device.Desk.Options(telephone.Address, "ja", script: script));
        var page = await SignedIn(context);
        await page.GotoAsync($"/association/parcels/{parcel}/receipt");
        await page.Locator("details.step summary.main").ClickAsync();

        await page.Locator("details.step[open] button.main").DblClickAsync();

        await Eventually.Holds(async () => (await telephone.Receipts(parcel)).Count > 0, "the receipt");
        // In another tab: this one may still be on its way to what its click led to.
        var other = await context.NewPageAsync();
        await other.GotoAsync($"/association/parcels/{parcel}/receipt");
        await other.Shows("すべて受領済みです");
        Assert.Single(await telephone.Receipts(parcel));
    }

    [Fact]
    public async Task Two_tabs_with_the_same_delivery_make_one_receipt_without_script_too()
    {
        var parcel = await telephone.Parcel();
        await using var context = await chromium.Open(Device.Desk.Options(telephone.Address, "ja", script: false));
        var one = await SignedIn(context);
        var other = await context.NewPageAsync();
        foreach (var tab in new[] { one, other })
        {
            await tab.GotoAsync($"/association/parcels/{parcel}/receipt");
            await tab.Locator("details.step summary.main").ClickAsync();
        }

        await Task.WhenAll(new[] { one, other }.Select(tab => tab.Locator("details.step[open] button.main").ClickAsync()));

        await Eventually.Holds(async () => (await telephone.Receipts(parcel)).Count > 0, "the receipt");
        var third = await context.NewPageAsync();
        await third.GotoAsync($"/association/parcels/{parcel}/receipt");
        await third.Shows("すべて受領済みです");

        Assert.Single(await telephone.Receipts(parcel));
    }

    [Fact]
    public async Task Differences_are_confirmed_by_keyboard_alone()
    {
        var parcel = await telephone.Parcel();
        await using var context = await chromium.Open(Device.Desk.Options(telephone.Address, "ja"));
        var page = await SignedIn(context);
        await page.GotoAsync("/association");

        await page.TabToAndPress("a[href$='/receipt']");
        await page.IsAt("/receipt$");
        await page.TabToAndPress("details.step:nth-of-type(2) > summary", "Space");
        await page.TabToAndType("[name='lines[0].Good']", "180");
        await page.TabToAndType("[name='lines[0].Missing']", "60");
        await page.TabToAndType("[name='lines[0].Reason']", "一箱足りない");
        await page.TabToAndPress("details.step[open] button.main");
        await page.Shows("受領を登録しました");

        var line = Assert.Single(await telephone.Receipts(parcel))!["lines"]![0]!;
        Assert.Equal((180, 60, "一箱足りない"), ((int)line["good"]!, (int)line["missing"]!, (string?)line["reason"]));
    }

    static async Task<IPage> SignedIn(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        await page.SignInByKeyboard(Telephone.Email, Telephone.Password);
        await page.IsAt("/association$");
        return page;
    }
}
