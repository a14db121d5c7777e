using Logistics.Testing;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Logistics.Browser.Tests.Chromium))]

namespace Logistics.Browser.Tests;

/// <summary>The browser of these tests: Debian's Chromium, one for all, a fresh profile for each page that is opened.</summary>
public sealed class Chromium : IAsyncLifetime
{
    IPlaywright? playwright;
    IBrowser? browser;

    /// <summary>Where Debian puts the one without a window, unless <c>LOGISTICS_TEST_CHROMIUM</c> names another.</summary>
    public static string Program => Environment.GetEnvironmentVariable("LOGISTICS_TEST_CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium-headless-shell";

    /// <summary>With all that a telephone's browser keeps: a profile that outlives it, and workers in it.</summary>
    public static string WholeProgram => Environment.GetEnvironmentVariable("LOGISTICS_TEST_CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium";

    public static string[] Arguments => OperatingSystem.IsLinux() && Environment.UserName == "root" ? ["--no-sandbox"] : [];

    public IPlaywright Playwright => playwright!;

    IBrowser Browser => browser!;

    /// <summary>A fresh profile.</summary>
    public async Task<IBrowserContext> Open(BrowserNewContextOptions options) => Patient(await Browser.NewContextAsync(options));

    /// <summary>Waits for a page as long as every test waits for its conditions.</summary>
    public static IBrowserContext Patient(IBrowserContext context)
    {
        context.SetDefaultTimeout((float)Eventually.Timeout.TotalMilliseconds);
        return context;
    }

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout((float)Eventually.Timeout.TotalMilliseconds);
        playwright = await Microsoft.Playwright.Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        Playwright.Dispose();
    }
}
