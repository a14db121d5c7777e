using Logistics.Testing;
using Microsoft.Playwright;

namespace Logistics.Browser.Tests;

/// <summary>Regenerates the screenshots of the README: <c>dotnet run --project tests/Browser.Tests -- -explicit only</c>.</summary>
public sealed class Screenshots(Chromium chromium, DemoPortal portal) : IClassFixture<DemoPortal>
{
    static readonly (string Name, string Who, string Address, string Language, Device Device, ColorScheme Scheme)[] Pictures =
    [
        ("donation", "public", "/donations/D-2020-0001", "en", Device.Desk, ColorScheme.Light),
        ("receipt", "association", "/association", "ja", Device.Telephone, ColorScheme.Light),
        ("arrivals", "coordinator", "/coordinator", "ja", Device.Desk, ColorScheme.Light),
        ("allocation", "coordinator", "/coordinator/allocations/A-2020-0001", "ja", Device.Desk, ColorScheme.Light),
        ("receipts", "coordinator", "/coordinator/receipts", "ja", Device.Desk, ColorScheme.Dark),
        ("donations", "foundation", "/foundation", "zh-Hans", Device.Desk, ColorScheme.Light),
        ("operations", "admin", "/operations", "en", Device.Desk, ColorScheme.Dark),
    ];

    [Fact(Explicit = true)]
    public async Task Take()
    {
        foreach (var (name, who, address, language, device, scheme) in Pictures)
        {
            await using var context = await portal.Open(chromium, who, device, language);
            var page = await context.NewPageAsync();
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            await page.GotoAsync(address);
            await page.ScreenshotAsync(new PageScreenshotOptions
            {
                Path = Path.Combine(SourceTree.Root, "deploy", "screenshots", name + ".jpg"),
                Type = ScreenshotType.Jpeg,
                Quality = 80,
            });
        }
    }
}
