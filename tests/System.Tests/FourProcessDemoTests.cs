using Logistics.Testing;

namespace Logistics.System.Tests;

public sealed class FourProcessDemoTests
{
    [Fact]
    public async Task Over_a_real_broker_the_balance_is_that_of_one_process_byte_for_byte()
    {
        using var one = new TemporaryFolder();
        await using var broker = await RabbitNode.Start();
        await using var four = await FourPrograms.Start(broker.Address);

        await using var demo = four.Demo();

        Assert.Equal(await OneProcessDemoTests.Play(one), await four.Balance(demo));
    }

    [Fact]
    public async Task Two_of_each_lose_no_event_and_repeat_none_whichever_is_killed_and_whatever_the_broker_does()
    {
        Assert.SkipWhen(RabbitNode.IsGiven, RabbitNode.GivenReason);
        using var one = new TemporaryFolder();
        var expected = await OneProcessDemoTests.Play(one);
        var heads = DemoLogs.Heads(Path.Combine(one.Path, "demo"));
        await using var broker = await RabbitNode.Start();
        await using var four = await FourPrograms.Start(broker.Address, each: 2);
        List<(string What, Func<Task> Happens)> disasters =
        [
            ("the broker starts again", async () =>
            {
                await broker.Save();
                await broker.Stop();
                await broker.Run();
            }),
            ("the broker hangs while one is killed", async () =>
            {
                await broker.Pause();
                await four.Replace(FourPrograms.Names[Random.Shared.Next(4)], 0);
                await FourPrograms.Misses(four.Replica("Intake", 1));
                await broker.Resume();
            }),
            ("the broker loses everything", broker.Wipe),
            .. FourPrograms.Names.SelectMany(name => Enumerable.Range(0, 2).Select(i => ($"{name} {i} is killed", (Func<Task>)(() => four.Replace(name, i))))),
        ];
        var order = disasters.OrderBy(_ => Random.Shared.Next()).ToList();
        var told = string.Join(", ", order.Select(disaster => disaster.What));

        await using var demo = four.Demo();
        for (var i = 0; i < order.Count; i++)
        {
            var moment = heads.Values.Sum() * (i + 1) / (order.Count + 1);
            await Eventually.Holds(() => Task.FromResult(demo.HasEnded || DemoLogs.Total(four.Data) >= moment), $"{moment} events ({told}): {demo.Output}");
            Assert.False(demo.HasEnded, $"The demo ended before event {moment} ({told}): {demo.Output}");
            await order[i].Happens();
        }

        Assert.Equal(expected, await four.Balance(demo));
        Assert.Equal(heads, DemoLogs.Heads(four.Data));
    }
}
