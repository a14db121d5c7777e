using System.Collections.Concurrent;
using Logistics.AllInOne;
using Logistics.Hosting.Access;
using Logistics.Testing;
using Microsoft.Playwright;

namespace Logistics.Browser.Tests;

/// <summary>The whole system over a copy of the demo's data, and the demo's people at it.</summary>
public sealed class DemoPortal : IAsyncLifetime
{
    /// <summary>The smallest PNG. Its hash stands in the approved routes.</summary>
    static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgYGAAAAAEAAH2FzhVAAAAAElFTkSuQmCC");

    readonly ConcurrentDictionary<string, Task<SignedIn>> signedIn = new(StringComparer.Ordinal);
    TemporaryFolder? data;
    RunningHost? host;

    public RunningHost Host => host!;

    public string Address => Host.Address;

    public async ValueTask InitializeAsync()
    {
        data = await DemoData.Copy();
        host = await RunningHost.StartOn(data, AllServices.Define());
        (await host.Upload(Role.Association, "/distribution/parcels/P-13-2020-0001/photos", Picture, organisation: "13")).Expect(201);
        // These two have a log only of what administrators decide.
        foreach (var service in new[] { "tracking", "portal" })
        {
            await host.Post(Role.Admin, $"/{service}/log/verifications", new { });
            await Eventually.Holds(() => Task.FromResult(host.Log(service).Head > 0), $"the verification of the log of {service}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in signedIn.Values)
            (await person).Dispose();
        await Host.DisposeAsync();
        data!.Dispose();
    }

    public string Password(string who) => DemoPeople.Password(data!.Path, who);

    /// <summary>Somebody of the demo, signed in once for all tests of the class.</summary>
    public Task<SignedIn> Person(string who) => signedIn.GetOrAdd(who, _ => SignedIn.As(DemoPeople.Email(who), Password(who), Address));

    /// <summary>A fresh browser profile, signed in as somebody of the demo; <c>public</c> is not signed in.</summary>
    public async Task<IBrowserContext> Open(Chromium chromium, string who, Device device, string language, bool script = true)
    {
        var context = await chromium.Open(device.Options(Address, language, script: script));
        if (who != Route.Public)
        {
            await context.AddCookiesAsync((await Person(who)).Cookies
                .Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Url = Address, HttpOnly = cookie.HttpOnly }));
        }

        // Before the account's own language.
        await context.AddCookiesAsync([new Cookie { Name = "language", Value = language, Url = Address }]);
        return context;
    }
}
