using System.Text;
using Logistics.Hosting.Access;
using Logistics.Testing;
using RabbitMQ.Client;

namespace Logistics.Portal.Tests.Pages.Operations.Brokers;

public sealed class ShowBrokerTests
{
    const string Errors = "tracking.follows.intake_error";

    [Fact]
    public async Task Without_a_broker_the_page_says_so()
    {
        await using var services = new FourServices();
        await services.InitializeAsync();
        using var admin = await services.SignIn(Role.Admin);

        Assert.Contains("There is no broker", (await admin.Get("/operations/broker")).Expect(200).Words, StringComparison.Ordinal);
        (await admin.Send("/operations/broker", "?handler=Requeue", ("queue", Errors), ("letter", "0"))).Expect(404);
    }

    [Fact]
    public async Task A_message_that_nobody_can_read_is_looked_at_sent_again_and_discarded_with_a_reason()
    {
        await using var broker = await RabbitNode.Start();
        using var folder = new TemporaryFolder();
        await using var host = await FourServices.Start(folder, broker);
        using var admin = await FourServices.SignIn(host, Role.Admin, "admin-of-broker");
        using var auditor = await FourServices.SignIn(host, Role.Auditor, "auditor-of-broker");
        await Eventually.Holds(async () => (await admin.Get("/operations/broker")).Words.Contains(" tracking.follows.intake 0 1 ", StringComparison.Ordinal), "the queue of tracking");
        await Publish(broker, "tracking.follows.intake", "<not> json");
        await Eventually.Holds(async () => (await admin.Get("/operations/broker")).Words.Contains($" {Errors} 1 0 ", StringComparison.Ordinal), "the dead letter");

        var page = $"/operations/broker?queue={Errors}";
        Shown looked = null!;
        for (var looks = 0; looks < 3; looks++)
            looked = await Letter(auditor);
        Assert.DoesNotContain("<not>", looked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Discard", looked.Text, StringComparison.Ordinal);
        var letter = AtWork.Value(await Letter(admin), "letter");

        (await auditor.Send(page, "&handler=Discard", ("queue", Errors), ("letter", letter), ("reason", "Not allowed."))).Expect(404);
        (await admin.Send(page, "&handler=Discard", ("queue", "amq.direct"), ("letter", letter), ("reason", "Not ours."))).Expect(404);
        // A letter that another look holds at this moment is not shown, and its field neither.
        await Eventually.Holds(
            async () => (await admin.Send(page, "&handler=Discard", ("queue", Errors), ("letter", letter), ("reason", " "))).Expect(422).Words.Contains("Please say why", StringComparison.Ordinal),
            "the field of the reason, with its fault");

        (await admin.Send(page, "&handler=Requeue", ("queue", Errors), ("letter", letter))).Expect(302);
        await Eventually.Holds(async () => (await admin.Get(page)).Words.Contains($" {Errors} 1 0 ", StringComparison.Ordinal), "the letter, dead again");
        letter = AtWork.Value(await Letter(admin), "letter");
        (await admin.Send(page, "&handler=Discard", ("queue", Errors), ("letter", letter), ("reason", "Sent by a test."))).Expect(302);

        Assert.Contains("Nothing lies here.", (await admin.Get(page)).Expect(200).Words, StringComparison.Ordinal);
        var trail = (await admin.Get("/operations/audit?person=admin-of-broker")).Expect(200).Words;
        Assert.Contains("Message discarded Reason: Sent by a test.", trail, StringComparison.Ordinal);
        Assert.Contains("Message sent again", trail, StringComparison.Ordinal);
        (await admin.Send(page, "&handler=Discard", ("queue", Errors), ("letter", letter), ("reason", "Once more."))).Expect(302);
        Assert.Contains("The message does not lie there any more", (await admin.Get(page)).Words, StringComparison.Ordinal);

        // A busy broker may deliver nothing within the time that the page waits for it.
        Task<Shown> Letter(AtWork person) => Eventually.See(
            async () => await person.Get(page) is { } shown && shown.Expect(200).Words.Contains("<not> json", StringComparison.Ordinal) ? shown : null,
            "the dead letter");
    }

    [Fact]
    public async Task Looking_again_and_again_does_not_wear_a_message_out()
    {
        await using var broker = await RabbitNode.Start();
        using var folder = new TemporaryFolder();
        // As RabbitMQ 4 declares every quorum queue.
        await Declare(broker, Errors, new Dictionary<string, object?>(StringComparer.Ordinal) { ["x-queue-type"] = "quorum", ["x-single-active-consumer"] = true, ["x-delivery-limit"] = 20 });
        await Publish(broker, Errors, "worn");
        await using var host = await FourServices.Start(folder, broker);
        using var admin = await FourServices.SignIn(host, Role.Admin, "admin-who-looks");

        // A busy broker may deliver nothing within the time that the page waits for it.
        for (var looks = 0; looks < 50; looks++)
        {
            await Eventually.See(
                async () => await admin.Get($"/operations/broker?queue={Errors}") is { } page && page.Expect(200).Text.Contains(">worn</pre>", StringComparison.Ordinal) ? page : null,
                "the message");
        }
    }

    [Fact]
    public async Task A_broker_that_is_gone_is_told_and_the_page_stays()
    {
        Assert.SkipWhen(RabbitNode.IsGiven, RabbitNode.GivenReason);
        await using var broker = await RabbitNode.Start();
        using var folder = new TemporaryFolder();
        await using var host = await FourServices.Start(folder, broker);
        using var admin = await FourServices.SignIn(host, Role.Admin, "admin-alone");
        await broker.Stop();

        Assert.Contains("The broker does not answer", (await admin.Get("/operations/broker")).Expect(200).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("guest:guest", (await admin.Get("/operations/broker")).Text, StringComparison.Ordinal);
    }

    static async Task Publish(RabbitNode broker, string queue, string body)
    {
        await using var connection = await new ConnectionFactory { Uri = broker.Address }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true));
        await channel.BasicPublishAsync("", queue, mandatory: true, new BasicProperties { Persistent = true }, Encoding.UTF8.GetBytes(body));
    }

    static async Task Declare(RabbitNode broker, string queue, Dictionary<string, object?> arguments)
    {
        await using var connection = await new ConnectionFactory { Uri = broker.Address }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, arguments);
        await channel.ExchangeDeclareAsync(queue, ExchangeType.Fanout, durable: true, autoDelete: false);
        await channel.QueueBindAsync(queue, queue, "");
    }
}
