using Logistics.EventLog.Transport;
using MassTransit.RabbitMqTransport;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Logistics.Hosting.Brokers;

/// <summary>
/// Binds a follower to the service that it follows. What is the other's is declared only where it is missing, which a right to declare is
/// needed for; where the broker was given its exchanges beforehand, a service does with rights to its own.
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
            // An exchange that is not there costs the channel on which it was asked for.
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
