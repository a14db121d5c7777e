using RabbitMQ.Client;

namespace Logistics.Hosting.Brokers;

/// <summary>The broker connection shared by the relays and feeds of this program.</summary>
sealed class BrokerLink(TimeProvider clock)
{
    /// <summary>Gets the latest connection, which may be closed; null before the first one.</summary>
    public IConnection? Connection { get; private set; }

    /// <summary>Gets when the connection was made.</summary>
    public DateTimeOffset Since { get; private set; }

    /// <summary>Gets why the broker currently blocks publishing; null while it accepts messages.</summary>
    public string? Blocked { get; private set; }

    public void Watch(IConnection connection)
    {
        if (Connection == connection)
            return;
        (Connection, Since, Blocked) = (connection, clock.GetUtcNow(), null);
        connection.ConnectionBlockedAsync += (_, alarm) =>
        {
            Blocked = alarm.Reason;
            return Task.CompletedTask;
        };
        connection.ConnectionUnblockedAsync += (_, _) =>
        {
            Blocked = null;
            return Task.CompletedTask;
        };
    }
}
