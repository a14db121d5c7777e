using Logistics.EventLog.Transport;
using MassTransit.RabbitMqTransport;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Logistics.Hosting.Brokers;

/// <summary>
/// Binds a follower to the service that it follows. Declares exchanges of the other service only if they are missing, which requires permission to
/// declare them; if the broker was provisioned with its exchanges, a service needs permissions for its own names only.
/// </summary>
static class Bindings
{
    public static async Task Bind(ChannelContext channel, string follower, string source)
    {
        var queue = Topology.QueueOf(follower, source);
        var asks = Topology.AsksOf(follower, source);
        await Declare(queue);
        await Declare(asks);
        await Listen(queue, Topology.LogOf(source));
        await Listen(queue, Topology.AnswersOf(source, follower));
        await Expect(Topology.ReplayOf(source));
        await channel.ExchangeBind(Topology.ReplayOf(source), asks, "", null, channel.CancellationToken);

        Task Declare(string exchange) => channel.ExchangeDeclare(exchange, ExchangeType.Fanout, durable: true, autoDelete: false, null, channel.CancellationToken);

        async Task Listen(string own, string exchange)
        {
            await Expect(exchange);
            await channel.ExchangeBind(own, exchange, "", null, channel.CancellationToken);
        }

        async Task Expect(string exchange)
        {
            // Checking for a missing exchange closes the channel that asked.
            await using var asking = await channel.ConnectionContext.Connection.CreateChannelAsync(cancellationToken: channel.CancellationToken);
            try
            {
                await asking.ExchangeDeclarePassiveAsync(exchange, channel.CancellationToken);
            }
            catch (OperationInterruptedException missing) when (missing.ShutdownReason?.ReplyCode == Constants.NotFound)
            {
                await Declare(exchange);
            }
        }
    }
}
