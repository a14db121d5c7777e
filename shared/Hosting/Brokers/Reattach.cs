using MassTransit;
using MassTransit.RabbitMqTransport;

namespace Logistics.Hosting.Brokers;

/// <summary>
/// Lets a queue be listened to again after whatever ended it. A receive endpoint takes every cancellation for the end of the program and never
/// comes back; but the client also cancels what waits on a connection that is lost.
/// </summary>
sealed class Reattach : IFilter<ChannelContext>
{
    public async Task Send(ChannelContext context, IPipe<ChannelContext> next)
    {
        try
        {
            await next.Send(context);
        }
        catch (OperationCanceledException lost)
        {
            throw new RabbitMqConnectionException("The connection was lost while the broker was asked for a queue.", lost);
        }
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("reattach");
}
