using MassTransit;

namespace Logistics.EventLog.Transport;

/// <summary>
/// Sends messages that may be lost. A client stopped while sending can no longer match confirmations to messages, so a send is not
/// cancelled while its connection may still be alive. After that it must be cancelled: the client never completes sends that waited on a
/// lost connection, and sends nothing else to that exchange until they end.
/// </summary>
static class Delivery
{
    /// <summary>A broker that died may never confirm a message that it received.</summary>
    static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>Exceeds the time for which the client keeps a connection that the broker has blocked.</summary>
    static readonly TimeSpan ConnectionLives = TimeSpan.FromSeconds(30);

    /// <exception cref="TimeoutException">The broker did not confirm the message in time. It may still arrive.</exception>
    public static async Task Send<T>(ISendEndpoint endpoint, T message, Action<SendContext<T>> prepare, CancellationToken cancellation) where T : class
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        stop.CancelAfter(ConnectionLives);
        var sending = endpoint.Send(message, Pipe.Execute(prepare), stop.Token);
        _ = sending.ContinueWith(_ => stop.Dispose(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        await sending.WaitAsync(Timeout, cancellation);
    }

    /// <inheritdoc cref="Send{T}(ISendEndpoint, T, Action{SendContext{T}}, CancellationToken)"/>
    public static Task Send<T>(ISendEndpoint endpoint, T message, CancellationToken cancellation) where T : class => Send(endpoint, message, _ => { }, cancellation);
}
