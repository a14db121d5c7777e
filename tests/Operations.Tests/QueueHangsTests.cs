using Logistics.AllInOne;
using Logistics.Testing;
using static Logistics.Operations.Tests.BrokerAwayTests;

namespace Logistics.Operations.Tests;

/// <summary>A broker that is well but for one queue, which answers nobody: its leader is lost, or busy for long.</summary>
public sealed class QueueHangsTests
{
    const string Suspend = "sys:suspend('%2F_portal.follows.shipment').";
    const string Resume = "sys:resume('%2F_portal.follows.shipment').";

    [Fact]
    public async Task While_a_queue_hangs_commands_are_accepted_and_afterwards_everything_arrives()
    {
        Assert.SkipWhen(RabbitNode.IsGiven, RabbitNode.GivenReason);
        await using var broker = await RabbitNode.Start();
        using var folder = new TemporaryFolder();
        await using var host = await RunningHost.StartOn(folder, broker, AllServices.Define());
        await Register(host, 1);
        await Arrive(host);

        await broker.Control("rabbitmqctl", "eval", Suspend);
        await broker.Control("rabbitmqctl", "close_all_connections", "test");
        await Register(host, 5);
        // Longer than the client waits for an answer by default, and than a connection is kept that is of no use.
        await Eventually.Holds(async () => (long)(await host.Health()).Expect(200)["checks"]!["shipment.relay"]!["waitSeconds"]! > 30, "a relay that waits");

        await broker.Control("rabbitmqctl", "eval", Resume);
        await Arrive(host);
        await Becomes(host, "healthy");
    }

    [Fact]
    public async Task A_program_ends_while_a_queue_hangs()
    {
        Assert.SkipWhen(RabbitNode.IsGiven, RabbitNode.GivenReason);
        await using var broker = await RabbitNode.Start();
        using var folder = new TemporaryFolder();
        await using (var host = await RunningHost.StartOn(folder, broker, AllServices.Define()))
        {
            await Register(host, 1);
            await Arrive(host);
            await broker.Control("rabbitmqctl", "eval", Suspend);
            await broker.Control("rabbitmqctl", "close_all_connections", "test");
            await Eventually.Holds(async () => (long)(await host.Health()).Expect(200)["checks"]!["shipment.relay"]!["waitSeconds"]! > 5, "a relay that waits");
        }

        await broker.Control("rabbitmqctl", "eval", Resume);
        await using var next = await RunningHost.StartOn(folder, broker, AllServices.Define());
        await Arrive(next);
        await Becomes(next, "healthy");
    }
}
