using Logistics.Testing;

namespace Logistics.Operations.Tests;

/// <summary>A broker that is well but for one queue, which answers nobody: its leader is lost, or busy for long.</summary>
public sealed class QueueHangsTests
{
    const string Suspend = "sys:suspend('%2F_tracking.follows.shipment').";
    const string Resume = "sys:resume('%2F_tracking.follows.shipment').";

    [Fact]
    public async Task While_a_queue_hangs_commands_are_accepted_and_afterwards_everything_arrives()
    {
        Assert.SkipWhen(RabbitNode.IsGiven, RabbitNode.GivenReason);
        await using var broker = await RabbitNode.Start();
        using var folder = new TemporaryFolder();
        await using var host = await OneProgram.Start(folder, broker);

        await Hang(broker);
        await host.Register(5);
        // Longer than the client waits for an answer by default, and than a connection is kept that is of no use.
        await RelayWaits(host, seconds: 30);

        await broker.Control("rabbitmqctl", "eval", Resume);
        await host.Arrive();
        await host.Becomes("healthy");
    }

    [Fact]
    public async Task A_program_ends_while_a_queue_hangs()
    {
        Assert.SkipWhen(RabbitNode.IsGiven, RabbitNode.GivenReason);
        await using var broker = await RabbitNode.Start();
        using var folder = new TemporaryFolder();
        await using (var host = await OneProgram.Start(folder, broker))
        {
            await Hang(broker);
            await RelayWaits(host, seconds: 5);
        }

        await broker.Control("rabbitmqctl", "eval", Resume);
        await using var next = await OneProgram.Start(folder, broker);
        await next.Becomes("healthy");
    }

    static async Task Hang(RabbitNode broker)
    {
        await broker.Control("rabbitmqctl", "eval", Suspend);
        await broker.Control("rabbitmqctl", "close_all_connections", "test");
    }

    static Task RelayWaits(RunningHost host, long seconds) =>
        Eventually.Holds(async () => (long)(await host.Health()).Expect(200)["checks"]!["shipment.relay"]!["waitSeconds"]! > seconds, "a relay that waits");
}
