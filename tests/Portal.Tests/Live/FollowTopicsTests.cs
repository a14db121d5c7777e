using System.Net.ServerSentEvents;
using Logistics.Testing;
using Logistics.Tracking;

namespace Logistics.Portal.Tests.Live;

/// <summary>What changes in Tracking reaches the pages that are open.</summary>
public sealed class FollowTopicsTests
{
    [Fact]
    public async Task A_page_hears_what_changed_and_nothing_that_its_viewer_may_not_hear()
    {
        await using var host = await RunningHost.Start([TrackingSlices.Define(), PortalSlices.Define(), .. PartlyHandedOver.BareLogs]);
        var stop = TestContext.Current.CancellationToken;
        using var http = new HttpClient();
        await using var live = await http.GetStreamAsync(new Uri($"{host.Address}/live?about=donation/D-2020-0001&about=intake"), stop);
        await using var heard = SseParser.Create(live).EnumerateAsync(stop).GetAsyncEnumerator(stop);
        Assert.True(await heard.MoveNextAsync());
        Assert.Equal("open", heard.Current.EventType);

        await PartlyHandedOver.Append(host, "intake", PartlyHandedOver.Intake.Take(1));

        Assert.True(await heard.MoveNextAsync());
        Assert.Equal(("changed", "donation/D-2020-0001"), (heard.Current.EventType, heard.Current.Data));
        using var nothing = await http.GetAsync(new Uri($"{host.Address}/live?about=intake"), stop);
        Assert.Equal(204, (int)nothing.StatusCode);
    }
}
