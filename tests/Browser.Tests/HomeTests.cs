using Deque.AxeCore.Playwright;
using Logistics.AllInOne;
using Logistics.Testing;

namespace Logistics.Browser.Tests;

public sealed class HomeTests(Chromium chromium)
{
    [Fact]
    public async Task Smoke()
    {
        using var data = await DemoData.Copy();
        await using var host = await RunningHost.StartOn(data, AllServices.Define());
        await using var context = await chromium.Browser.NewContextAsync(Device.Telephone.Options(host.Address, "ja"));
        var watched = await Watched.Open(context, host.Address);
        await watched.Page.GotoAsync("/");
        var axe = await watched.Page.RunAxe();
        await watched.Page.ScreenshotAsync(new() { Path = "/tmp/home.png" });
        Assert.Empty(axe.Violations);
        Assert.Empty(watched.TakeFaults());
        Assert.InRange(watched.TakeWeight(), 1000, 150_000);
    }
}
