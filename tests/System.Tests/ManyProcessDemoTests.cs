using Logistics.Testing;

namespace Logistics.System.Tests;

public sealed class ManyProcessDemoTests
{
    [Fact]
    public async Task Over_a_real_broker_the_balance_is_that_of_one_process_byte_for_byte()
    {
        await using var broker = await RabbitNode.Start();
        await using var programs = await ManyPrograms.Start(broker.Address);

        await using var demo = programs.Demo();

        Assert.Equal((await CalmDemo.Play()).Balance, await programs.Balance(demo));
    }

    [Fact]
    public async Task Two_of_each_lose_no_event_and_repeat_none_whichever_is_killed_and_whatever_the_broker_does()
    {
        Assert.SkipWhen(RabbitNode.IsGiven, RabbitNode.GivenReason);
        var calm = await CalmDemo.Play();
        await using var broker = await RabbitNode.Start();
        await using var programs = await ManyPrograms.Start(broker.Address, each: 2);
        var kills = Shuffled(ManyPrograms.Names.SelectMany(name => Enumerable.Range(0, 2).Select(i => new Disaster($"{name} {i} is killed", () => programs.Replace(name, i)))));
        Disaster[] ofBroker =
        [
            new("the broker starts again", async () =>
            {
                await broker.Save();
                await broker.Stop();
                await broker.Run();
            }),
            new("the broker hangs while one is killed", async () =>
            {
                await broker.Pause();
                await programs.Replace(ManyPrograms.Names[Random.Shared.Next(ManyPrograms.Names.Count)], 0);
                await ManyPrograms.Misses(programs.Replica("Intake", 1));
                await broker.Resume();
            }),
            new("the broker loses everything", broker.Wipe),
        ];
        // Until the goods are at the hub, the demo waits for what the broker brings; after that it could end while a broker starts.
        var atHub = calm.Heads["intake"] + calm.Heads["shipment"];
        List<(long Moment, Disaster What)> order =
        [
            .. Spread(Shuffled([.. ofBroker, .. kills.Take(4)]), 0, atHub),
            .. Spread(kills.Skip(4), atHub, calm.Events),
        ];
        var told = string.Join(", ", order.Select(one => one.What.Name));

        await using var demo = programs.Demo();
        foreach (var (moment, what) in order)
        {
            await DemoLogs.Reach(programs.Heads, moment, demo, told);
            await what.Happens();
        }

        Assert.Equal(calm.Balance, await programs.Balance(demo));
        Assert.Equal(calm.Heads, programs.Heads());
    }

    static List<Disaster> Shuffled(IEnumerable<Disaster> disasters) => [.. disasters.OrderBy(_ => Random.Shared.Next())];

    static IEnumerable<(long Moment, Disaster What)> Spread(IEnumerable<Disaster> disasters, long from, long until)
    {
        var all = disasters.ToList();
        return all.Select((disaster, i) => (from + (until - from) * (i + 1) / (all.Count + 1), disaster));
    }

    sealed record Disaster(string Name, Func<Task> Happens);
}
