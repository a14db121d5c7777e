using System.Reflection;
using Logistics.EventLog.Transport;
using Logistics.Testing;
using MassTransit;
using Microsoft.Extensions.Logging.Abstractions;

namespace Logistics.EventLog.Tests;

public sealed class RelayTests
{
    [Fact]
    public async Task One_that_lost_its_lease_while_the_broker_took_nothing_waits_for_nothing()
    {
        using var given = Given.AnOwner();
        using var twin = given.Twin();
        var bus = Broker.Make();
        using var relay = new Relay(given.Log, (IBus)bus, NullLogger<Relay>.Instance);
        await relay.StartAsync(TestContext.Current.CancellationToken);
        await bus.Asked.Task;

        given.Clock.Advance(Lease.Term * 2);
        twin.Clock.Advance(Lease.Term * 2);
        Assert.Equal(Lease.Term * 2, given.Log.Measures.RelayWaits);
        Assert.True(await new Lease(twin.Log, "relay").Take());
        bus.Answer.SetException(new TimeoutException());

        await Eventually.Holds(() => Task.FromResult(given.Log.Measures.RelayWaits == TimeSpan.Zero), "a relay that waits for nothing");
        await relay.StopAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A bus, and its only endpoint, that answers when the test says so.</summary>
    public class Broker : DispatchProxy
    {
        public TaskCompletionSource Asked { get; } = new();

        public TaskCompletionSource Answer { get; } = new();

        public static Broker Make() => (Broker)Create<IEndpointOfBus, Broker>();

        protected override object Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (targetMethod!.Name == nameof(IBus.GetSendEndpoint))
                return Task.FromResult((ISendEndpoint)(object)this);
            Asked.TrySetResult();
            return Answer.Task;
        }
    }

    public interface IEndpointOfBus : IBus, ISendEndpoint;
}
