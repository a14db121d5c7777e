using Logistics.Testing;
using Microsoft.Playwright;

namespace Logistics.Browser.Tests.Association;

/// <summary>At the loading dock there is no network. What was confirmed there is sent once, whatever happens between.</summary>
public sealed class OfflineReceiptTests(Chromium chromium) : IAsyncLifetime
{
    readonly Telephone telephone = new(chromium);

    public ValueTask InitializeAsync() => telephone.InitializeAsync();

    public ValueTask DisposeAsync() => telephone.DisposeAsync();

    [Fact]
    public async Task A_receipt_without_a_network_survives_the_browser_and_is_sent_once()
    {
        var parcel = await telephone.Parcel();
        await telephone.OpenBrowser();
        await telephone.SignIn();
        // Seen in the office; the receipt itself was never opened there.
        await telephone.Kept("/association");
        await telephone.Kept($"/association/parcels/{parcel}/receipt");

        await telephone.CutNetwork();
        await telephone.Page.GotoAsync("/association");
        await Seen("電波が届いていません");
        await telephone.Page.Locator($"a[href$='{parcel}/receipt']").ClickAsync();
        await Confirm();
        await Seen("まだ送信されていません");
        Assert.Empty(await telephone.Receipts(parcel));

        await telephone.CloseBrowser();
        await telephone.OpenBrowser();
        await telephone.Page.GotoAsync("/association");
        await Seen("まだ送信されていません");
        await Seen("(1)");
        // Not a second time either: the same parcel asks nothing any more.
        await telephone.Page.GotoAsync($"/association/parcels/{parcel}/receipt");
        await Seen("まだ送信されていません");
        await Assertions.Expect(telephone.Page.Locator("#answers")).ToBeHiddenAsync();

        await telephone.CloseBrowser();
        telephone.MendNetwork();
        await telephone.OpenBrowser();
        await telephone.Page.GotoAsync("/association");
        await Seen("送信し、登録しました");
        await telephone.Page.ReloadAsync();
        await telephone.Page.GetByRole(AriaRole.Button, new() { Name = "この一覧から消す" }).ClickAsync();
        await Assertions.Expect(telephone.Page.Locator("#outbox")).ToBeHiddenAsync();

        var receipt = Assert.Single(await telephone.Receipts(parcel))!;
        Assert.Equal(240, (int)receipt["lines"]![0]!["good"]!);
    }

    [Fact]
    public async Task An_answer_that_was_lost_makes_no_second_receipt()
    {
        var parcel = await telephone.Parcel();
        await telephone.OpenBrowser();
        await telephone.SignIn();
        await telephone.Page.GotoAsync($"/association/parcels/{parcel}/receipt");
        await telephone.Page.RouteAsync("**/association/outbox", async route =>
        {
            if (route.Request.Method == "POST")
            {
                await route.FetchAsync();
                await route.AbortAsync();
            }
            else
            {
                await route.ContinueAsync();
            }
        });

        await Confirm();
        await Eventually.Holds(async () => (await telephone.Receipts(parcel)).Count > 0, "the system has the receipt");
        await telephone.Page.UnrouteAllAsync();
        // By the worker at once where the browser lets it, else by the page within half a minute.
        await Assertions.Expect(telephone.Page.Locator("main")).ToContainTextAsync("登録しました", new() { Timeout = 45_000 });

        Assert.Single(await telephone.Receipts(parcel));
    }

    [Fact]
    public async Task Whoever_is_signed_out_meanwhile_is_asked_to_sign_in_and_loses_nothing()
    {
        var parcel = await telephone.Parcel();
        await telephone.OpenBrowser();
        await telephone.SignIn();
        await telephone.Page.GotoAsync($"/association/parcels/{parcel}/receipt");
        await telephone.ForgetSession();

        await Confirm();
        await Seen("送信するにはログインしてください");
        Assert.Empty(await telephone.Receipts(parcel));
        await telephone.SignIn();
        await Seen("送信し、登録しました");

        Assert.Single(await telephone.Receipts(parcel));
    }

    [Fact]
    public async Task What_was_refused_is_told_and_stays_until_somebody_has_read_it()
    {
        var parcel = await telephone.Parcel();
        await telephone.OpenBrowser();
        await telephone.SignIn();
        await telephone.Page.GotoAsync($"/association/parcels/{parcel}/receipt");
        var other = await telephone.Page.Context.NewPageAsync();
        await other.GotoAsync($"/association/parcels/{parcel}/receipt");
        await Confirm();
        await Seen("受領を登録しました");

        await other.Locator("details.step summary.main").ClickAsync();
        await other.Locator("details.step[open] button.main").ClickAsync();
        await Assertions.Expect(other.Locator("#outbox")).ToContainTextAsync("今回の入力は登録していません");
        await other.GotoAsync("/association");
        await Assertions.Expect(other.Locator("#outbox")).ToContainTextAsync("登録できませんでした");
        await other.GetByRole(AriaRole.Button, new() { Name = "この一覧から消す" }).First.ClickAsync();

        Assert.Single(await telephone.Receipts(parcel));
    }

    [Fact]
    public async Task After_signing_out_no_copy_is_left()
    {
        var parcel = await telephone.Parcel();
        await telephone.OpenBrowser();
        await telephone.SignIn();
        await telephone.Page.GotoAsync("/association");
        await telephone.Kept($"/association/parcels/{parcel}/receipt");

        await telephone.Page.GotoAsync("/account");
        await telephone.Page.GetByRole(AriaRole.Button, new() { Name = "ログアウト" }).ClickAsync();

        await telephone.KeptNoMore();
    }

    async Task Confirm()
    {
        await telephone.Page.Locator("details.step summary.main").ClickAsync();
        await telephone.Page.Locator("details.step[open] button.main").ClickAsync();
    }

    Task Seen(string text) => telephone.Page.Shows(text);
}
