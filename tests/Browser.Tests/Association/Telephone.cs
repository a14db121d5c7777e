using System.Text.Json.Nodes;
using Logistics.AllInOne;
using Logistics.Hosting.Access;
using Logistics.Portal.Users.Records;
using Logistics.Testing;
using Microsoft.Playwright;

namespace Logistics.Browser.Tests.Association;

/// <summary>The telephone of Tokyo's secretary, with a network that can be cut and a browser that can be closed.</summary>
public sealed class Telephone(Chromium chromium) : IAsyncLifetime
{
    public const string Email = "tokyo@example.jp";
    public const string Password = "three calm words";

    readonly TemporaryFolder profile = new();
    RunningHost? host;
    Wire? wire;
    IBrowserContext? browser;
    int parcels;

    public IPage Page => browser!.Pages[0];

    public string Address => wire!.Address;

    public async ValueTask InitializeAsync()
    {
        host = await RunningHost.Start(AllServices.Define());
        new GivenUser("tokyo-1", Email, "東京の事務局", Role.Association, "13", "ja").Make(host.Services, Password);
        wire = new Wire(new Uri(host.Address)).Mend();
    }

    public async ValueTask DisposeAsync()
    {
        await CloseBrowser();
        await wire!.DisposeAsync();
        await host!.DisposeAsync();
        profile.Dispose();
    }

    public Task CutNetwork() => wire!.Cut();

    public void MendNetwork() => wire!.Mend();

    /// <summary>Uses an existing profile with all that the device keeps.</summary>
    public async Task OpenBrowser()
    {
        await CloseBrowser();
        browser = Chromium.Patient(await chromium.Playwright.Chromium.LaunchPersistentContextAsync(profile.Path, new BrowserTypeLaunchPersistentContextOptions
        {
            ExecutablePath = Chromium.WholeProgram,
            Args = Chromium.Arguments,
            BaseURL = Address,
            Locale = "ja-JP",
            TimezoneId = "Asia/Tokyo",
            ViewportSize = new ViewportSize { Width = Device.Telephone.Width, Height = Device.Telephone.Height },
            HasTouch = true,
            IsMobile = true,
        }));
    }

    public async Task CloseBrowser()
    {
        if (browser is not null)
            await browser.CloseAsync();
        browser = null;
    }

    public async Task SignIn(string returnTo = "/association")
    {
        await Page.GotoAsync(returnTo);
        await Page.FillAsync("[name=email]", Email);
        await Page.FillAsync("[name=password]", Password);
        await Page.CheckAsync("[name=keep]");
        await Page.ClickAsync("main form button.main");
        await Page.IsAt($"{returnTo}$");
    }

    /// <summary>Until the worker keeps a copy of a page for this account.</summary>
    public Task Kept(string path) => Becomes("async path => await caches.match(path) !== undefined", path);

    /// <summary>Until the worker keeps no copy of any page.</summary>
    public Task KeptNoMore() => Becomes("async () => (await caches.keys()).every(name => !name.startsWith('pages '))", null);

    public Task ForgetSession() => browser!.ClearCookiesAsync();

    public Task<string> Parcel() => host!.OnTheWay(++parcels);

    public async Task<JsonArray> Receipts(string parcel) =>
        (await host!.Get(Role.Coordinator, $"/distribution/receipts?parcel={parcel}")).Expect(200).Json!.AsArray();

    /// <summary>Whether the portal has heard of the carton of a parcel.</summary>
    public async Task Known()
    {
        using var http = new HttpClient { BaseAddress = new Uri(host!.Address) };
        await Eventually.Holds(async () =>
        {
            using var answer = await http.GetAsync($"/t/{GivenGoods.Sscc}");
            return answer.IsSuccessStatusCode;
        }, "the portal knows the carton");
    }

    /// <summary>Asks the page again and again: a wait inside of it takes the promise for the answer.</summary>
    Task Becomes(string condition, object? argument) => Eventually.Holds(() => Page.EvaluateAsync<bool>(condition, argument), condition);
}
