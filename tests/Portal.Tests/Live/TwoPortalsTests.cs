using System.Net.ServerSentEvents;
using Logistics.Portal.Live;
using Logistics.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Logistics.Portal.Tests.Live;

/// <summary>Two processes of the portal over one database, of which one applies what is followed.</summary>
public sealed class TwoPortalsTests
{
    [Fact]
    public async Task The_other_knows_how_far_the_tables_are_and_tells_its_pages()
    {
        using var folder = new TemporaryFolder();
        await using var applies = await RunningHost.StartOn(folder, PortalSlices.Define());
        await using var other = await RunningHost.StartOn(folder, PortalSlices.Define());
        var stop = TestContext.Current.CancellationToken;
        using var http = new HttpClient();
        await using var live = await http.GetStreamAsync(new Uri($"{other.Address}/live?about=donation/D-2020-0001"), stop);
        await using var heard = SseParser.Create(live).EnumerateAsync(stop).GetAsyncEnumerator(stop);
        Assert.True(await heard.MoveNextAsync());
        var reached = other.Services.GetRequiredService<Positions>().Reach("intake", 1, TimeSpan.FromMinutes(1), stop);

        // As a feed does when it has applied an event.
        await applies.Log("portal").Write(new("test", "one"), session =>
            session.Execute("insert into position (source, seq, hash) values ('intake', 1, @hash)", new { hash = new byte[32] }));

        Assert.True(await reached);
        Assert.True(await heard.MoveNextAsync());
        Assert.Equal(("changed", "donation/D-2020-0001"), (heard.Current.EventType, heard.Current.Data));
    }
}
