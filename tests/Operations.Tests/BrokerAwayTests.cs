using System.Text.Json.Nodes;
using Logistics.Testing;

namespace Logistics.Operations.Tests;

/// <summary>A broker that hangs, that is gone, or that takes nothing because its memory is short.</summary>
[Collection(nameof(Listening))]
public sealed class BrokerAwayTests
{
    [Fact]
    public async Task While_the_broker_hangs_and_is_gone_commands_are_accepted_and_afterwards_everything_arrives()
    {
        Assert.SkipWhen(RabbitNode.IsGiven, RabbitNode.GivenReason);
        await using var broker = await RabbitNode.Start();
        using var folder = new TemporaryFolder();
        await using var host = await OneProgram.Start(folder, broker);
        await host.Becomes("healthy");
        await broker.Save();

        await broker.Pause();
        await host.Becomes("degraded");
        await broker.Resume();
        await host.Becomes("healthy");
        await broker.Stop();
        await Eventually.Holds(async () => Status((await host.Health()).Expect(200), "bus") == "degraded", "MassTransit missing the broker");
        await host.Register(20);

        var health = (await host.Health()).Expect(200);
        Assert.Equal("healthy", Status(health, "intake.database"));
        Assert.Equal("degraded", Status(health, "intake.queues"));
        Assert.DoesNotContain("guest", health.Text, StringComparison.Ordinal);
        // What the broker does not have stays in the log: nothing counts as published that waits in the memory of the program.
        Assert.Equal(20, host.Log("intake").Measures.RelayBehind);

        await broker.Run();
        await host.Arrive();
        await host.Becomes("healthy");

        await broker.Wipe();
        await host.Register(1);
        await host.Arrive();
        await host.Becomes("healthy");
    }

    [Fact]
    public async Task While_the_broker_has_no_memory_commands_are_accepted_and_afterwards_everything_arrives()
    {
        Assert.SkipWhen(RabbitNode.IsGiven, RabbitNode.GivenReason);
        using var meters = new Meters();
        await using var broker = await RabbitNode.Start();
        using var folder = new TemporaryFolder();
        await using var host = await OneProgram.Start(folder, broker);

        await broker.Control("rabbitmqctl", "set_vm_memory_high_watermark", "0.0000001");
        await Eventually.Holds(async () => ((string?)(await host.Health()).Expect(200)["checks"]!["intake.queues"]!["blocked"])?.Contains("memory", StringComparison.Ordinal) == true, "the alarm");
        await host.Register(5);

        Assert.Equal("degraded", (string?)(await host.Health()).Expect(200)["status"]);
        Assert.Equal(5, meters.Of("logistics.relay.lag", ("service", "intake")));
        Assert.True(meters.Of("logistics.relay.wait", ("service", "intake")) > 0);

        await broker.Control("rabbitmqctl", "set_vm_memory_high_watermark", "0.4");
        await host.Arrive();
        await host.Becomes("healthy");
    }

    [Fact]
    public async Task The_exchanges_queues_and_bindings_that_an_operator_gives_a_broker_are_those_that_the_programs_declare()
    {
        Assert.SkipWhen(RabbitNode.IsGiven, RabbitNode.GivenReason);
        await using var broker = await RabbitNode.Start();
        using var folder = new TemporaryFolder();
        await using var host = await OneProgram.Start(folder, broker);
        await host.Becomes("healthy");

        var declared = JsonNode.Parse(await broker.Control("rabbitmqctl", "-q", "export_definitions", "-"))!;
        var given = JsonNode.Parse(SourceTree.Read("deploy/rabbitmq/topology.json"))!;

        foreach (var kind in (string[])["exchanges", "queues", "bindings"])
            Assert.Equal(Texts(declared, kind), Texts(given, kind));
    }

    static string? Status(HttpReply health, string check) => (string?)health["checks"]![check]!["status"];

    /// <summary>What is said of each, in an order of its own; but for the virtual host, and the type of a queue, which some releases say a second time.</summary>
    static List<string> Texts(JsonNode definitions, string kind) =>
        [.. definitions[kind]!.AsArray()
            .Select(one => string.Join(' ', one!.AsObject().Where(field => field.Key != "vhost" && (kind, field.Key) != ("queues", "type")).OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}={Text(field.Value)}")))
            .Order(StringComparer.Ordinal)];

    static string Text(JsonNode? value) =>
        value is JsonObject arguments ? string.Join(',', arguments.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key}:{one.Value}")) : $"{value}";
}
