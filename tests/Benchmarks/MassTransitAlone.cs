using Logistics.Contracts.Intake;
using MassTransit;

namespace Logistics.Benchmarks;

/// <summary>(b) One event a message through MassTransit, as it is usually done.</summary>
static class MassTransitAlone
{
    const string Queue = "benchmark.masstransit";

    public static async Task<double> Run(Uri broker, int count)
    {
        Countdown? coming = null;
        var bus = Bus.Factory.CreateUsingRabbitMq(rabbit =>
        {
            rabbit.Host(broker);
            rabbit.ReceiveEndpoint(Queue, endpoint =>
            {
                endpoint.SetQuorumQueue();
                endpoint.PrefetchCount = Load.InFlight;
                endpoint.Handler<DonationRegistered>(_ =>
                {
                    coming!.Came();
                    return Task.CompletedTask;
                });
            });
        });
        await bus.StartAsync();
        try
        {
            var endpoint = await bus.GetSendEndpoint(new Uri($"exchange:{Queue}"));
            await Send(Load.InFlight * 100);
            return await Load.Rate(count, () => Send(count));

            async Task Send(int number)
            {
                coming = new Countdown(number);
                await Load.Run(number, i => endpoint.Send(Gift.Event(i)));
                await coming.Done;
            }
        }
        finally
        {
            await bus.StopAsync();
        }
    }
}
