using System.Text.Json.Nodes;
using Logistics.AllInOne;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Contracts.Intake;
using Logistics.EventLog;
using Logistics.Portal.Accounts;
using Logistics.ServiceDefaults.Access;
using Logistics.Testing;
using Microsoft.Playwright;
using Account = Logistics.Contracts.Codes.Account;

namespace Logistics.Browser.Tests.Association;

/// <summary>The telephone of Tokyo's secretary, with a network that can be cut and a browser that can be closed.</summary>
public sealed class Telephone(Chromium chromium) : IAsyncLifetime
{
    public const string Sscc = "395212340000000014";

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
        new GivenAccount("tokyo-1", Email, "東京の事務局", Role.Association, "13", "ja").Make(host.Services, Password);
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

    /// <summary>On the profile that is there, so that what the device keeps is there too.</summary>
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

    /// <summary>60 masks in the carton with the <see cref="Sscc"/>, and 180 in three others.</summary>
    public async Task<string> Parcel()
    {
        var (tokyo, gift) = (Code.Parse<RecipientCode>("13"), DonationNumber.From(2020, 1));
        var number = ParcelNumber.From(tokyo, 2020, ++parcels);
        var goods = new Goods(gift, 1, Code.Parse<ProductCode>("mask"), null, Code.Parse<LotNumber>("M1"), null, 60);
        var carton = new Carton(CartonId.From(Code.Parse<Sscc>(Sscc)), null, [goods]);
        var all = goods with { Pieces = 240 };
        if (parcels == 1)
        {
            await Write("intake", "donation/D-2020-0001", new CartonsPacked(gift, "Donor", [carton], [new Movement(Account.Pledged, Account.Packed, goods)]));
        }

        await Write("distribution", $"parcel/{number}",
            new ParcelDispatched(number, tokyo, [], "Yamato", "1234", new DateTimeOffset(2020, 5, 14, 10, 0, 0, TimeSpan.FromHours(9)), new DateOnly(2020, 5, 16), 4,
                [new ParcelLine(1, 4, all)], [new Movement(Account.Reserved(tokyo), Account.InDelivery(tokyo), all)]),
            new ParcelLoaded(number, [carton.Id]));
        return number.Value;
    }

    public async Task<JsonArray> Receipts(string parcel) =>
        (await host!.Get(Role.Coordinator, $"/distribution/receipts?parcel={parcel}")).Expect(200).Json!.AsArray();

    /// <summary>Whether the portal has heard of the carton of a parcel.</summary>
    public async Task Known()
    {
        using var http = new HttpClient { BaseAddress = new Uri(host!.Address) };
        await Eventually.Holds(async () =>
        {
            using var answer = await http.GetAsync($"/t/{Sscc}");
            return answer.IsSuccessStatusCode;
        }, "the portal knows the carton");
    }

    /// <summary>Asks the page again and again: a wait inside of it takes the promise for the answer.</summary>
    Task Becomes(string condition, object? argument) => Eventually.Holds(() => Page.EvaluateAsync<bool>(condition, argument), condition);

    Task<int> Write(string log, string stream, params object[] events) => host!.Log(log).Write(new Origin("test", Guid.NewGuid().ToString()), session =>
    {
        foreach (var @event in events)
            session.Append(stream, @event);
        return 0;
    });
}
