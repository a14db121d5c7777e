using Logistics.EventLog.Databases;
using Logistics.Testing;

namespace Logistics.EventLog.Tests;

public sealed class PositionsTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly Positions positions;

    public PositionsTests() => positions = new Positions(folder.Database("follower"), TimeProvider.System);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_reached_is_not_waited_for()
    {
        positions.Move("intake", 7);

        Assert.True(await positions.Reach("intake", 7, TimeSpan.Zero, TestContext.Current.CancellationToken));
        Assert.True(await positions.Reach("intake", 3, TimeSpan.Zero, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_is_on_its_way_is_waited_for_until_it_comes()
    {
        var reached = positions.Reach("intake", 2, TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        positions.Move("shipment", 9);
        positions.Move("intake", 1);
        Assert.False(reached.IsCompleted);

        positions.Move("intake", 2);

        Assert.True(await reached);
    }

    [Fact]
    public async Task Nobody_waits_longer_than_one_wants_to() =>
        Assert.False(await positions.Reach("intake", 1, TimeSpan.FromMilliseconds(1), TestContext.Current.CancellationToken));

    [Fact]
    public async Task A_position_never_goes_back()
    {
        positions.Move("intake", 5);
        positions.Move("intake", 4);

        Assert.True(await positions.Reach("intake", 5, TimeSpan.Zero, TestContext.Current.CancellationToken));
    }
}
