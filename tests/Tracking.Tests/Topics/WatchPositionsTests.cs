using Logistics.Client;
using Logistics.Client.Tracking;
using Logistics.Hosting.Access;
using Logistics.Testing;

namespace Logistics.Tracking.Tests.Topics;

/// <summary>Two processes of Tracking over one database, where one applies what is followed.</summary>
public sealed class WatchPositionsTests
{
    [Fact]
    public async Task The_other_process_knows_how_far_the_tables_are_and_tells_its_subscribers()
    {
        using var folder = new TemporaryFolder();
        await using var applies = await RunningHost.StartOn(folder, TrackingSlices.Define());
        await using var other = await RunningHost.StartOn(folder, TrackingSlices.Define());
        var stop = TestContext.Current.CancellationToken;
        var tracking = new TrackingClient(other.Calls(Role.Auditor));
        await using var heard = tracking.StreamTopics(stop).GetAsyncEnumerator(stop);
        Assert.True(await heard.MoveNextAsync());
        var reached = other.Log("tracking").Positions.Reach("intake", 1, TimeSpan.FromMinutes(1), stop);

        // As a feed does when it has applied an event.
        await applies.Log("tracking").Write(new("test", "one"), session =>
            session.Execute("insert into position (source, seq, hash) values ('intake', 1, @hash)", new { hash = new byte[32] }));

        Assert.True(await reached);
        Assert.True(await heard.MoveNextAsync());
        Assert.Null(heard.Current.Topics);
        Assert.Empty((await tracking.Reach(new LogPosition("intake", 1), stop)).Behind);
    }
}
