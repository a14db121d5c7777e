using Logistics.Client.Tracking;
using Logistics.Hosting.Access;
using Logistics.Testing;
using Logistics.Tracking.Topics;

namespace Logistics.Tracking.Tests.Topics;

public sealed class StreamTopicsTests
{
    [Fact]
    public async Task A_subscriber_hears_what_an_event_changed()
    {
        await using var host = await RunningHost.Start([TrackingSlices.Define(), .. PartlyHandedOver.BareLogs]);
        var stop = TestContext.Current.CancellationToken;
        await using var heard = new TrackingClient(host.Calls(Role.Auditor)).StreamTopics(stop).GetAsyncEnumerator(stop);
        Assert.True(await heard.MoveNextAsync());
        Assert.Null(heard.Current.Topics);

        await PartlyHandedOver.Append(host, "intake", PartlyHandedOver.Intake.Take(1));

        Assert.True(await heard.MoveNextAsync());
        Assert.Equal(["donation/D-2020-0001", "intake"], heard.Current.Topics!.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Role.Association)]
    [InlineData(Role.Coordinator)]
    public async Task Whoever_may_not_hear_everything_hears_nothing_here(Role role)
    {
        await using var host = await RunningHost.Start(TrackingSlices.Define());

        Assert.Equal("not-found", (await host.Get(role, "/tracking/topics", organisation: "13")).Expect(404).Code);
    }

    [Fact]
    public async Task A_slow_subscriber_hears_that_anything_may_have_changed()
    {
        var subscriptions = new Subscriptions();
        await using var heard = subscriptions.Listen(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await heard.MoveNextAsync());

        foreach (var number in Enumerable.Range(1, 1_500))
            subscriptions.Tell([$"donation/{number}"]);

        Assert.True(await heard.MoveNextAsync());
        Assert.Null(heard.Current.Topics);
        Assert.True(await heard.MoveNextAsync());
        Assert.NotNull(heard.Current.Topics);
    }

    [Fact]
    public async Task The_streams_end_when_the_program_stops()
    {
        using var stopping = new CancellationTokenSource();
        var subscriptions = new Subscriptions();
        subscriptions.EndWith(stopping.Token);
        await using var heard = subscriptions.Listen(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await heard.MoveNextAsync());
        var next = heard.MoveNextAsync();

        await stopping.CancelAsync();

        Assert.False(await next);
        Assert.False(subscriptions.Any);
    }
}
