using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using Logistics.EventLog;
using Logistics.Hosting.Brokers;
using Logistics.Hosting.Configuration;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace Logistics.Portal.Pages.Operations.Brokers;

/// <summary>The queues between the services at the broker, and the messages there that nobody could read.</summary>
/// <remarks>Everything else that goes wrong there is no dead letter: a segment that is lost is asked for again.</remarks>
public sealed class BrokerQueues(Settings settings)
{
    /// <summary>Dead letters that are looked at, at most.</summary>
    public const int MostShown = 20;

    /// <summary>Dead letters among which one is searched.</summary>
    const int MostSearched = 1_000;

    /// <summary>
    /// A quorum queue counts how often it has given a message out and takes it away for good after so many times, 20 by default since
    /// RabbitMQ 4.0. So a letter that was looked at this often is laid there anew.
    /// </summary>
    const long MostLooks = 10;

    const string Errors = "_error";
    const string Skips = "_skipped";
    const int MostBody = 20_000;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    static readonly TimeSpan HandingOut = TimeSpan.FromSeconds(2);

    /// <summary>False where the services meet inside of one process.</summary>
    public bool HasBroker => settings.Broker is not null;

    /// <summary>Where it is, without its password.</summary>
    public string Address => settings.Broker?.Text ?? "";

    /// <summary>The queues that are there, of all that the services can have.</summary>
    /// <exception cref="BrokerSilentException">The broker does not answer.</exception>
    public Task<IReadOnlyList<Queue>> List(CancellationToken cancel) => Speak<IReadOnlyList<Queue>>(
        async connection =>
        {
            var queues = new List<Queue>();
            var channel = await connection.CreateChannelAsync(cancellationToken: cancel);
            foreach (var name in Names())
            {
                try
                {
                    var found = await channel.QueueDeclarePassiveAsync(name, cancel);
                    queues.Add(new Queue(name, IsDead(name), found.MessageCount, found.ConsumerCount));
                }
                catch (OperationInterruptedException missing) when (missing.ShutdownReason?.ReplyCode == Constants.NotFound)
                {
                    // A queue that is not there costs the channel on which it was asked for.
                    await channel.DisposeAsync();
                    channel = await connection.CreateChannelAsync(cancellationToken: cancel);
                }
            }

            await channel.DisposeAsync();
            return queues;
        },
        cancel);

    /// <summary>The first dead letters of a queue, which stay where they are.</summary>
    /// <exception cref="BrokerSilentException">The broker does not answer.</exception>
    public Task<IReadOnlyList<DeadLetter>> Look(string queue, CancellationToken cancel) => Speak<IReadOnlyList<DeadLetter>>(
        async connection =>
        {
            await using var channel = await Confirming(connection, cancel);
            var letters = new List<DeadLetter>();
            foreach (var message in await Take(channel, queue, MostShown, cancel))
            {
                letters.Add(Read(message));
                await LayBack(channel, queue, message, cancel);
            }

            return letters;
        },
        cancel);

    /// <summary>Sends a dead letter to the queue from which it came, for its service to try it again.</summary>
    /// <param name="queue">Where it lies.</param>
    /// <param name="id">Which it is.</param>
    /// <param name="record">What is to be kept before it is done.</param>
    /// <param name="cancel">Nobody waits any more.</param>
    /// <returns>False where it does not lie there any more.</returns>
    /// <exception cref="BrokerSilentException">The broker does not answer.</exception>
    public Task<bool> Requeue(string queue, string id, Func<DeadLetter, Task> record, CancellationToken cancel) => Find(
        queue,
        id,
        async (channel, message) =>
        {
            await record(Read(message));
            await Publish(channel, Origin(queue), message, message.Properties.Headers?.Where(header => !header.Key.StartsWith("MT-", StringComparison.Ordinal)), cancel);
        },
        cancel);

    /// <summary>Takes a dead letter away for good.</summary>
    /// <inheritdoc cref="Requeue"/>
    public Task<bool> Discard(string queue, string id, Func<DeadLetter, Task> record, CancellationToken cancel) =>
        Find(queue, id, (_, message) => record(Read(message)), cancel);

    /// <summary>Whether that is a queue of dead letters of ours.</summary>
    public static bool IsDeadLetters(string queue) => IsDead(queue) && Names().Contains(queue, StringComparer.Ordinal);

    static bool IsDead(string queue) => queue.EndsWith(Errors, StringComparison.Ordinal) || queue.EndsWith(Skips, StringComparison.Ordinal);

    static string Origin(string queue) => queue[..queue.LastIndexOf('_')];

    static IEnumerable<string> Names()
    {
        foreach (var service in PortalSlices.Sources.Append("portal"))
        {
            var queues = Topology.QueuesOf(service, PortalSlices.Sources.Where(source => source != service));
            foreach (var queue in queues)
            {
                yield return queue;
                yield return queue + Errors;
                yield return queue + Skips;
            }
        }
    }

    Task<bool> Find(string queue, string id, Func<IChannel, Message, Task> act, CancellationToken cancel) => Speak(
        async connection =>
        {
            await using var channel = await Confirming(connection, cancel);
            var found = false;
            foreach (var message in await Take(channel, queue, MostSearched, cancel))
            {
                if (!found && IdOf(message) == id)
                {
                    found = true;
                    await act(channel, message);
                    await channel.BasicAckAsync(message.Tag, multiple: false, cancel);
                }
                else
                {
                    await LayBack(channel, queue, message, cancel);
                }
            }

            return found;
        },
        cancel);

    /// <summary>
    /// The first messages of a queue. They are consumed, and not got one by one: dead letters inherit from their queue that it has a
    /// single active consumer, and such a quorum queue refuses <c>basic.get</c>.
    /// </summary>
    static async Task<List<Message>> Take(IChannel channel, string queue, int most, CancellationToken cancel)
    {
        var expected = (int)Math.Min((await channel.QueueDeclarePassiveAsync(queue, cancel)).MessageCount, most);
        var taken = new List<Message>();
        if (expected == 0)
            return taken;
        await channel.BasicQosAsync(0, (ushort)expected, global: false, cancel);
        var arriving = Channel.CreateUnbounded<Message>();
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, message) =>
        {
            arriving.Writer.TryWrite(new Message(message.DeliveryTag, new BasicProperties(message.BasicProperties), message.Body.ToArray()));
            return Task.CompletedTask;
        };
        var consuming = await channel.BasicConsumeAsync(queue, autoAck: false, consumer, cancel);
        using var handingOut = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        handingOut.CancelAfter(HandingOut);
        try
        {
            while (taken.Count < expected)
                taken.Add(await arriving.Reader.ReadAsync(handingOut.Token));
        }
        catch (OperationCanceledException) when (taken.Count > 0 && !cancel.IsCancellationRequested)
        {
            // Somebody else has the others in his hands.
        }

        await channel.BasicCancelAsync(consuming, cancellationToken: cancel);
        return taken;
    }

    static async Task LayBack(IChannel channel, string queue, Message message, CancellationToken cancel)
    {
        if (Looks(message) < MostLooks)
        {
            await channel.BasicNackAsync(message.Tag, multiple: false, requeue: true, cancel);
            return;
        }

        await Publish(channel, queue, message, message.Properties.Headers?.Where(header => header.Key != "x-delivery-count"), cancel);
        await channel.BasicAckAsync(message.Tag, multiple: false, cancel);
    }

    static long Looks(Message message) =>
        message.Properties.Headers?.TryGetValue("x-delivery-count", out var count) == true ? Convert.ToInt64(count, CultureInfo.InvariantCulture) : 0;

    /// <summary>Returns when the broker has it for certain.</summary>
    static async Task Publish(IChannel channel, string queue, Message message, IEnumerable<KeyValuePair<string, object?>>? headers, CancellationToken cancel)
    {
        var properties = new BasicProperties(message.Properties) { Persistent = true, Headers = headers?.ToDictionary(StringComparer.Ordinal) };
        // By the exchange before the queue: a right to the one that goes to all queues would be one to write anywhere.
        await channel.BasicPublishAsync(queue, "", mandatory: true, properties, message.Body, cancel);
    }

    static Task<IChannel> Confirming(IConnection connection, CancellationToken cancel) => connection.CreateChannelAsync(
        new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancel);

    static DeadLetter Read(Message message)
    {
        var body = Encoding.UTF8.GetString(message.Body);
        return new DeadLetter(
            IdOf(message),
            Header(message, "MT-Fault-Message") ?? Header(message, "MT-Reason"),
            Header(message, "MT-Fault-ExceptionType"),
            DateTimeOffset.TryParse(Header(message, "MT-Fault-Timestamp"), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) ? at : null,
            message.Body.Length,
            body.Length <= MostBody ? body : body[..MostBody] + "…");
    }

    /// <summary>Not every message has an id of its own, so it is one of what it says.</summary>
    static string IdOf(Message message) =>
        Convert.ToHexStringLower(SHA256.HashData([.. message.Body, .. Encoding.UTF8.GetBytes(message.Properties.MessageId ?? "")]))[..16];

    static string? Header(Message message, string name) =>
        message.Properties.Headers?.TryGetValue(name, out var value) == true ? value is byte[] text ? Encoding.UTF8.GetString(text) : value?.ToString() : null;

    async Task<T> Speak<T>(Func<IConnection, Task<T>> work, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            var factory = new ConnectionFactory { AutomaticRecoveryEnabled = false, ClientProvidedName = "operations", ContinuationTimeout = Patience };
            (settings.Broker ?? throw new InvalidOperationException("There is no broker.")).Configure(factory);
            await using var connection = await factory.CreateConnectionAsync(patience.Token);
            return await work(connection);
        }
        catch (Exception error) when (
            error is BrokerUnreachableException or OperationInterruptedException or AlreadyClosedException or PublishException or TimeoutException or IOException
            || (error is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw new BrokerSilentException(error.Message, error);
        }
    }

    sealed record Message(ulong Tag, BasicProperties Properties, byte[] Body);

    /// <param name="Name">As the broker has it.</param>
    /// <param name="IsDead">Whether it holds what nobody could read.</param>
    /// <param name="Messages">Messages that wait.</param>
    /// <param name="Consumers">Processes that take from it.</param>
    public sealed record Queue(string Name, bool IsDead, uint Messages, uint Consumers);

    /// <param name="Id">By which it is found again.</param>
    /// <param name="Reason">Why nobody could read it, where the broker was told.</param>
    /// <param name="Fault">Kind of the error.</param>
    /// <param name="At">When it was laid there.</param>
    /// <param name="Bytes">Length of its body.</param>
    /// <param name="Body">Its beginning.</param>
    public sealed record DeadLetter(string Id, string? Reason, string? Fault, DateTimeOffset? At, int Bytes, string Body);
}
