using MassTransit;
using MassTransit.RabbitMqTransport;

namespace Logistics.Hosting.Brokers;

/// <summary>
/// Resumes consuming a queue after an interruption. A receive endpoint treats every cancellation as the end of the program and never
/// resumes, but the client also cancels operations that wait on a lost connection.
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
            throw new RabbitMqConnectionException("The connection was lost while opening a queue.", lost);
        }
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("reattach");
}
