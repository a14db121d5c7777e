using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Logistics.Benchmarks;

/// <summary>(a) One event a message: persistent, confirmed, through a quorum queue, acked by its consumer. What a broker without a log can do.</summary>
static class RawClient
{
    const string Queue = "benchmark.raw";

    public static async Task<double> Run(Uri broker, int count)
    {
        var factory = new ConnectionFactory { Uri = broker };
        await using var publishing = await factory.CreateConnectionAsync();
        await using var consuming = await factory.CreateConnectionAsync();
        await using var publisher = await publishing.CreateChannelAsync(new CreateChannelOptions(
            publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true, outstandingPublisherConfirmationsRateLimiter: null));
        await using var receiver = await consuming.CreateChannelAsync();
        await publisher.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
        await receiver.BasicQosAsync(0, (ushort)Load.InFlight, global: false);
        var body = Gift.SampleBody();
        var properties = new BasicProperties { Persistent = true };
        Countdown? coming = null;
        var consumer = new AsyncEventingBasicConsumer(receiver);
        consumer.ReceivedAsync += async (_, delivery) =>
        {
            await receiver.BasicAckAsync(delivery.DeliveryTag, multiple: false);
            coming!.Came();
        };
        await receiver.BasicConsumeAsync(Queue, autoAck: false, consumer);

        await Send(Load.InFlight * 100);
        return await Load.Rate(count, () => Send(count));

        async Task Send(int number)
        {
            coming = new Countdown(number);
            await Load.Run(number, async _ => await publisher.BasicPublishAsync("", Queue, mandatory: false, properties, body));
            await coming.Done;
        }
    }
}
