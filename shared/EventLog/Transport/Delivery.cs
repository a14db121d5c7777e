using MassTransit;

namespace Logistics.EventLog.Transport;

/// <summary>
/// Sends what may be lost. A client that is stopped in the middle of a message no longer knows which confirmation is whose, so a message is let
/// alone while its connection may live. Afterwards it must be stopped: the client lets what waited on a lost connection wait for ever, and sends
/// nothing more to that exchange meanwhile.
/// </summary>
static class Delivery
{
    /// <summary>A broker that died may never confirm what it had been sent.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Longer than a connection is kept by which the broker takes nothing.</summary>
    static readonly TimeSpan ConnectionLives = TimeSpan.FromSeconds(30);

    /// <exception cref="TimeoutException">The broker did not confirm it in time; it may arrive all the same.</exception>
    public static async Task Send<T>(ISendEndpoint endpoint, T message, Action<SendContext<T>> prepare, CancellationToken cancellation) where T : class
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        stop.CancelAfter(ConnectionLives);
        var sending = endpoint.Send(message, Pipe.Execute(prepare), stop.Token);
        _ = sending.ContinueWith(_ => stop.Dispose(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        await sending.WaitAsync(Patience, cancellation);
    }

    /// <inheritdoc cref="Send{T}(ISendEndpoint, T, Action{SendContext{T}}, CancellationToken)"/>
    public static Task Send<T>(ISendEndpoint endpoint, T message, CancellationToken cancellation) where T : class => Send(endpoint, message, _ => { }, cancellation);
}
