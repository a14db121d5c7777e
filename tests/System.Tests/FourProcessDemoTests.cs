using Logistics.Testing;

namespace Logistics.System.Tests;

public sealed class FourProcessDemoTests
{
    [Fact]
    public async Task Over_a_real_broker_the_balance_is_that_of_one_process_byte_for_byte()
    {
        using var one = new TemporaryFolder();
        await using var broker = await RabbitNode.Start();
        await using var four = await FourProcesses.Start(broker.Address);

        await using var demo = await four.Demo();

        Assert.Equal(await OneProcessDemoTests.Play(one), await four.Balance(demo));
    }

    [Fact]
    public async Task A_broker_that_loses_everything_in_the_middle_loses_no_event_and_repeats_none()
    {
        Assert.SkipWhen(RabbitNode.IsGiven, RabbitNode.GivenReason);
        using var one = new TemporaryFolder();
        var expected = await OneProcessDemoTests.Play(one);
        var heads = DemoLogs.Heads(Path.Combine(one.Path, "demo"));
        await using var broker = await RabbitNode.Start();
        await using var four = await FourProcesses.Start(broker.Address);

        await using var demo = await four.Demo();
        await Eventually.Holds(() => Task.FromResult(demo.HasEnded || DemoLogs.Total(four.Data) > heads.Values.Sum() / 3), "a third of the demo");
        await broker.Wipe();

        Assert.Equal(expected, await four.Balance(demo));
        Assert.Equal(heads, DemoLogs.Heads(four.Data));
    }
}
