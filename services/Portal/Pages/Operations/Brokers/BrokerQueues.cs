using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using Logistics.EventLog;
using Logistics.EventLog.Transport;
using Logistics.Hosting.Brokers;
using Logistics.Hosting.Configuration;
using Logistics.Portal.Upstream;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace Logistics.Portal.Pages.Operations.Brokers;

/// <summary>Reads the queues between the services at the broker, and the dead letters that no service could read.</summary>
/// <remarks>Dead letters are the only messages that need a person: a segment that is lost is requested again.</remarks>
public sealed class BrokerQueues(Settings settings)
{
    /// <summary>Maximum number of dead letters shown.</summary>
    public const int MaxShown = 20;

    /// <summary>Maximum number of dead letters that are searched.</summary>
    const int MaxSearched = 1_000;

    /// <summary>
    /// A quorum queue counts the deliveries of a message and drops it after a limit, 20 by default since RabbitMQ 4.0. A letter with this many
    /// deliveries is published again instead of requeued.
    /// </summary>
    const long MaxDeliveries = 10;

    const string Errors = "_error";
    const string Skips = "_skipped";
    const int MaxBody = 20_000;

    static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);
    static readonly TimeSpan DeliveryTimeout = TimeSpan.FromSeconds(2);

    /// <summary>Gets whether there is a broker; false if all services run in one process.</summary>
    public bool HasBroker => settings.Broker is not null;

    /// <summary>Address of the broker without its password.</summary>
    public string Address => settings.Broker?.Text ?? "";

    /// <summary>Lists the queues of the services that exist.</summary>
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
                    // Asking for a queue that does not exist closes the channel.
                    await channel.DisposeAsync();
                    channel = await connection.CreateChannelAsync(cancellationToken: cancel);
                }
            }

            await channel.DisposeAsync();
            return queues;
        },
        cancel);

    /// <summary>Reads the first dead letters of a queue and leaves them there.</summary>
    /// <exception cref="BrokerSilentException">The broker does not answer.</exception>
    public Task<IReadOnlyList<DeadLetter>> Look(string queue, CancellationToken cancel) => Speak<IReadOnlyList<DeadLetter>>(
        async connection =>
        {
            await using var channel = await Confirming(connection, cancel);
            var letters = new List<DeadLetter>();
            foreach (var message in await Take(channel, queue, MaxShown, cancel))
            {
                letters.Add(Read(message));
                await PutBack(channel, queue, message, cancel);
            }

            return letters;
        },
        cancel);

    /// <summary>Sends a dead letter back to the queue it came from, so that its service tries it again.</summary>
    /// <param name="queue">The queue that holds it.</param>
    /// <param name="id">From <see cref="DeadLetter.Id"/>.</param>
    /// <param name="record">Records the decision before it is carried out.</param>
    /// <param name="cancel">The viewer has gone.</param>
    /// <returns>False if the queue no longer holds it.</returns>
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

    /// <summary>Deletes a dead letter.</summary>
    /// <inheritdoc cref="Requeue"/>
    public Task<bool> Discard(string queue, string id, Func<DeadLetter, Task> record, CancellationToken cancel) =>
        Find(queue, id, (_, message) => record(Read(message)), cancel);

    /// <summary>Tells whether a queue holds dead letters of one of the services.</summary>
    public static bool IsDeadLetters(string queue) => IsDead(queue) && Names().Contains(queue, StringComparer.Ordinal);

    static bool IsDead(string queue) => queue.EndsWith(Errors, StringComparison.Ordinal) || queue.EndsWith(Skips, StringComparison.Ordinal);

    static string Origin(string queue) => queue[..queue.LastIndexOf('_')];

    static IEnumerable<string> Names()
    {
        foreach (var service in ServiceNames.All.Append("portal"))
        {
            var queues = Topology.QueuesOf(service, ServiceNames.All.Where(source => source != service));
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
            foreach (var message in await Take(channel, queue, MaxSearched, cancel))
            {
                if (!found && IdOf(message) == id)
                {
                    found = true;
                    await act(channel, message);
                    await channel.BasicAckAsync(message.Tag, multiple: false, cancel);
                }
                else
                {
                    await PutBack(channel, queue, message, cancel);
                }
            }

            return found;
        },
        cancel);

    /// <summary>
    /// Takes the first messages of a queue. It consumes them instead of getting them one by one: a queue of dead letters inherits the single
    /// active consumer of its queue, and such a quorum queue refuses <c>basic.get</c>.
    /// </summary>
    static async Task<List<Message>> Take(IChannel channel, string queue, int max, CancellationToken cancel)
    {
        var expected = (int)Math.Min((await channel.QueueDeclarePassiveAsync(queue, cancel)).MessageCount, max);
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
        using var delivery = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        delivery.CancelAfter(DeliveryTimeout);
        try
        {
            while (taken.Count < expected)
                taken.Add(await arriving.Reader.ReadAsync(delivery.Token));
        }
        catch (OperationCanceledException) when (taken.Count > 0 && !cancel.IsCancellationRequested)
        {
            // Another consumer holds the rest.
        }

        await channel.BasicCancelAsync(consuming, cancellationToken: cancel);
        return taken;
    }

    static async Task PutBack(IChannel channel, string queue, Message message, CancellationToken cancel)
    {
        if (Deliveries(message) < MaxDeliveries)
        {
            await channel.BasicNackAsync(message.Tag, multiple: false, requeue: true, cancel);
            return;
        }

        await Publish(channel, queue, message, message.Properties.Headers?.Where(header => header.Key != "x-delivery-count"), cancel);
        await channel.BasicAckAsync(message.Tag, multiple: false, cancel);
    }

    static long Deliveries(Message message) =>
        message.Properties.Headers?.TryGetValue("x-delivery-count", out var count) == true ? Convert.ToInt64(count, CultureInfo.InvariantCulture) : 0;

    /// <summary>Publishes a message; returns once the broker has confirmed it.</summary>
    static async Task Publish(IChannel channel, string queue, Message message, IEnumerable<KeyValuePair<string, object?>>? headers, CancellationToken cancel)
    {
        var properties = new BasicProperties(message.Properties) { Persistent = true, Headers = headers?.ToDictionary(StringComparer.Ordinal) };
        // Through the exchange of the queue: permission for the default exchange would allow writing to any queue.
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
            body.Length <= MaxBody ? body : body[..MaxBody] + "…");
    }

    /// <summary>Returns a hash of the message as its id, because not every message has one.</summary>
    static string IdOf(Message message) =>
        Convert.ToHexStringLower(SHA256.HashData([.. message.Body, .. Encoding.UTF8.GetBytes(message.Properties.MessageId ?? "")]))[..16];

    static string? Header(Message message, string name) =>
        message.Properties.Headers?.TryGetValue(name, out var value) == true ? value is byte[] text ? Encoding.UTF8.GetString(text) : value?.ToString() : null;

    async Task<T> Speak<T>(Func<IConnection, Task<T>> work, CancellationToken cancel)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        timeout.CancelAfter(Timeout);
        try
        {
            var factory = new ConnectionFactory { AutomaticRecoveryEnabled = false, ClientProvidedName = "operations", ContinuationTimeout = Timeout };
            (settings.Broker ?? throw new InvalidOperationException("There is no broker.")).Configure(factory);
            await using var connection = await factory.CreateConnectionAsync(timeout.Token);
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

    /// <param name="Name">Its name at the broker.</param>
    /// <param name="IsDead">Whether it holds dead letters.</param>
    /// <param name="Messages">Messages waiting.</param>
    /// <param name="Consumers">Processes that consume it.</param>
    public sealed record Queue(string Name, bool IsDead, uint Messages, uint Consumers);

    /// <param name="Id">Hash that identifies it.</param>
    /// <param name="Reason">Why no service could read it; null if that was not recorded.</param>
    /// <param name="Fault">Type of the error; null if that was not recorded.</param>
    /// <param name="At">When it became a dead letter; null if that was not recorded.</param>
    /// <param name="Bytes">Length of its body.</param>
    /// <param name="Body">Beginning of its body, at most 20,000 characters.</param>
    public sealed record DeadLetter(string Id, string? Reason, string? Fault, DateTimeOffset? At, int Bytes, string Body);
}
