using System.Security.Authentication;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Registry;
using Logistics.Contracts.Shipment;
using Logistics.Contracts.Syntax;
using Logistics.Distribution;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Configuration;
using Logistics.Intake;
using Logistics.Portal;
using Logistics.Shipment;
using Logistics.Testing;
using Logistics.Tracking;
using Microsoft.Extensions.Configuration;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Logistics.Operations.Tests;

/// <summary>RabbitMQ as an organisation runs it: three nodes, encrypted, and a user with the least rights for each service.</summary>
public sealed class BrokerClusterTests(BrokerCluster cluster) : IClassFixture<BrokerCluster>
{
    [Fact]
    public async Task Goods_go_the_whole_way_while_one_node_after_the_other_dies()
    {
        Assert.SkipWhen(RabbitNode.IsGiven, RabbitNode.GivenReason);
        using var folder = new TemporaryFolder();
        await using var intake = await Start("intake", IntakeSlices.Define());
        await using var shipment = await Start("shipment", ShipmentSlices.Define());
        await using var distribution = await Start("distribution", DistributionSlices.Define());
        await using var tracking = await Start("tracking", TrackingSlices.Define());
        await using var portal = await Start("portal", PortalSlices.Define());
        Dictionary<string, RunningHost> owners = new(StringComparer.Ordinal) { ["intake"] = intake, ["shipment"] = shipment, ["distribution"] = distribution };

        await Send(1);
        foreach (var (service, host) in owners.Append(new("tracking", tracking)).Append(new("portal", portal)))
            await Eventually.Holds(async () => (string?)(await host.Health()).Expect(200)["status"] == "healthy", $"{service} being well");
        var round = 1;
        foreach (var node in cluster.Nodes.Take(2))
        {
            await node.Stop();
            await Send(++round);
            await node.Run();
        }

        Assert.Equal(round, distribution.Log("distribution").Head);

        Task<RunningHost> Start(string service, ServiceDefinition definition) => RunningHost.StartWith(folder, cluster.Settings(service), definition);

        // Distribution answers each delivery with an event of its own.
        async Task Send(int number)
        {
            (await intake.Post(Role.Foundation, "/intake/donations", new { donor = "Donor", pledgedOn = "2020-05-08", lines = new[] { new { product = "mask", pieces = 600 } } })).Expect(201);
            (await intake.Post(Role.Foundation, $"/intake/donations/{DonationNumber.From(2020, number)}/uniform-packings", new { line = 1, cartons = 10, piecesPerCarton = 60, lot = "A" })).Expect(200);
            await shipment.Append("shipment", $"consignment/{number}", Delivered(number));
            await Eventually.Holds(
                async () => distribution.Log("distribution").Head == number && await Follow(tracking, "tracking") && await Follow(intake, "intake") && await Follow(shipment, "shipment"),
                $"the goods of round {number} at the end of their way");
        }

        async Task<bool> Follow(RunningHost host, string service) =>
            (await host.Get(Role.Auditor, $"/{service}/feeds")).Expect(200).Json!.AsArray().All(feed => (long)feed!["position"]! == owners[(string)feed["source"]!].Log((string)feed["source"]!).Head);
    }

    public static TheoryData<string, string> Forbidden => new()
    {
        { "intake", "take distribution.follows.shipment" },
        { "intake", "take tracking.follows.intake" },
        { "intake", "take shipment.replay" },
        { "intake", "send shipment.log" },
        { "intake", "send tracking.follows.shipment" },
        { "intake", "send tracking.asks.shipment" },
        { "intake", "send  tracking.follows.intake" },
        { "intake", "delete tracking.follows.intake" },
        { "intake", "delete shipment.log" },
        { "intake", "hear shipment.answers.tracking" },
        { "intake", "hear tracking.asks.intake" },
        { "distribution", "hear intake.log" },
        { "shipment", "send distribution.replay" },
        { "portal", "send intake.log" },
        { "portal", "take intake.replay" },
        { "portal", "hear intake.log" },
        { "tracking", "send intake.log" },
        { "portal", "delete intake.follows.shipment_error" },
    };

    [Theory]
    [MemberData(nameof(Forbidden))]
    public async Task A_service_may_do_nothing_that_is_not_its_own(string service, string what)
    {
        Assert.SkipWhen(RabbitNode.IsGiven, RabbitNode.GivenReason);
        var words = what.Split(' ');
        await using var connection = await Connect(cluster.Settings(service));
        await using var channel = await connection.CreateChannelAsync();

        var refused = await Assert.ThrowsAnyAsync<OperationInterruptedException>(async () =>
        {
            switch (words)
            {
                case ["take", var queue]:
                    await channel.BasicConsumeAsync(queue, autoAck: true, new RabbitMQ.Client.Events.AsyncEventingBasicConsumer(channel));
                    break;
                case ["send", "", var queue]:
                    await channel.BasicPublishAsync("", queue, ReadOnlyMemory<byte>.Empty);
                    break;
                case ["send", var exchange]:
                    await channel.BasicPublishAsync(exchange, "", ReadOnlyMemory<byte>.Empty);
                    break;
                case ["delete", var name] when name.EndsWith(".log", StringComparison.Ordinal):
                    await channel.ExchangeDeleteAsync(name);
                    break;
                case ["delete", var name]:
                    await channel.QueueDeleteAsync(name);
                    break;
                case ["hear", var exchange]:
                    await channel.QueueBindAsync($"{service}.replay", exchange, "");
                    break;
                default:
                    throw new InvalidOperationException(what);
            }

            // A refused message is told by closing the channel.
            await channel.QueueDeclarePassiveAsync($"{service}.replay");
        });

        Assert.Equal<int?>(Constants.AccessRefused, refused.ShutdownReason?.ReplyCode);
    }

    [Fact]
    public async Task A_node_that_does_not_prove_its_name_by_the_authority_is_not_spoken_to()
    {
        Assert.SkipWhen(RabbitNode.IsGiven, RabbitNode.GivenReason);
        using var folder = new TemporaryFolder();
        using var another = new TestAuthority();
        var wrong = Path.Combine(folder.Path, "another.pem");
        await File.WriteAllTextAsync(wrong, another.Pem);

        await Refused(cluster.Settings("intake", "localhost", wrong));
        await Refused(cluster.Settings("intake", "localhost", null));
        await Refused(cluster.Settings("intake", "127.0.0.1", cluster.AuthorityFile));
        await using (await Connect(cluster.Settings("intake")))
        {
        }

        await using var program = ChildProcess.Start("Intake", ["--urls=http://127.0.0.1:0", $"--data={folder.Path}", .. cluster.Settings("intake", "localhost", wrong)]);
        await Eventually.Holds(() => Task.FromResult(program.Output.Contains(nameof(AuthenticationException), StringComparison.Ordinal)), "the program refusing the node");

        static async Task Refused(IEnumerable<string> settings)
        {
            var unreachable = await Assert.ThrowsAsync<BrokerUnreachableException>(() => Connect(settings));
            Assert.Contains(nameof(AuthenticationException), unreachable.ToString(), StringComparison.Ordinal);
        }
    }

    static Task<IConnection> Connect(IEnumerable<string> settings)
    {
        var factory = new ConnectionFactory { AutomaticRecoveryEnabled = false };
        BrokerAddress.Read(new ConfigurationBuilder().AddCommandLine([.. settings]).Build())!.Configure(factory);
        return factory.CreateConnectionAsync();
    }

    static CartonsDelivered Delivered(int number)
    {
        var gift = DonationNumber.From(2020, number);
        var carton = new Carton(CartonId.From(gift, "1"), "1", [new Goods(gift, 1, Code.Parse<ProductCode>("mask"), null, Code.Parse<LotNumber>("A"), Code.Parse<Expiry>("2099-04-30"), 60)]);
        return new CartonsDelivered(Code.Parse<AirWaybill>("999-20051113"), new(2020, 5, 13, 15, 0, 0, TimeSpan.FromHours(9)), [carton], []);
    }
}
