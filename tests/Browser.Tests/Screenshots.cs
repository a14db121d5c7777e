using Logistics.Testing;
using Microsoft.Playwright;

namespace Logistics.Browser.Tests;

/// <summary>Makes the pictures of the README anew: <c>dotnet run --project tests/Browser.Tests -- -explicit only</c>.</summary>
public sealed class Screenshots(Chromium chromium, DemoPortal portal) : IClassFixture<DemoPortal>
{
    [Theory(Explicit = true)]
    [InlineData("donation", "public", "/donations/D-2020-0001", "en", false, false)]
    [InlineData("receipt", "association", "/association", "ja", true, false)]
    [InlineData("arrivals", "coordinator", "/coordinator", "ja", false, false)]
    [InlineData("allocation", "coordinator", "/coordinator/allocations/A-2020-0001", "ja", false, false)]
    [InlineData("receipts", "coordinator", "/coordinator/receipts", "ja", false, true)]
    [InlineData("donations", "foundation", "/foundation", "zh-Hans", false, false)]
    [InlineData("operations", "admin", "/operations", "en", false, true)]
    public async Task Take(string name, string who, string address, string language, bool onTelephone, bool dark)
    {
        var device = onTelephone ? Device.Telephone : Device.Desk;
        await using var context = await portal.Open(chromium, who, device, language);
        var page = await context.NewPageAsync();
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
        await page.GotoAsync(address);
        await page.ScreenshotAsync(new PageScreenshotOptions
        {
            Path = Path.Combine(SourceTree.Root, "deploy", "screenshots", name + ".jpg"),
            Type = ScreenshotType.Jpeg,
            Quality = 80,
        });
    }
}
