using Logistics.AllInOne;
using Logistics.ServiceDefaults.Access;
using Logistics.Testing;
using Microsoft.Playwright;

namespace Logistics.Browser.Tests;

/// <summary>The whole system over a copy of the demo's data.</summary>
public sealed class DemoPortal : IAsyncLifetime
{
    TemporaryFolder? data;
    RunningHost? host;

    public RunningHost Host => host!;

    public string Address => Host.Address;

    public async ValueTask InitializeAsync()
    {
        data = await DemoData.Copy();
        host = await RunningHost.StartOn(data, AllServices.Define());
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        data!.Dispose();
    }

    internal string AddressOf(Route route) => Address + route.Address;

    /// <summary>A fresh browser profile, signed in as somebody of a role; <c>public</c> is not signed in.</summary>
    public async Task<IBrowserContext> Open(Chromium chromium, string who, Device device, string language, bool script = true)
    {
        var context = await chromium.Browser.NewContextAsync(device.Options(Address, language, script: script));
        if (who != Route.Public)
        {
            var role = Enum.Parse<Role>(who, ignoreCase: true);
            await context.AddCookiesAsync([new Cookie { Name = "interim-token", Value = Host.Token(role, role == Role.Association ? "13" : "demo"), Url = Address }]);
        }

        return context;
    }
}
