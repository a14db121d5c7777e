using RabbitMQ.Client;

namespace Logistics.Hosting.Brokers;

/// <summary>The connection of this program to the broker, which its relays and feeds share.</summary>
sealed class BrokerLink(TimeProvider clock)
{
    /// <summary>Null until there was one; it may be closed.</summary>
    public IConnection? Connection { get; private set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset Since { get; private set; }

    /// <summary>Why the broker takes nothing at present; null while it does.</summary>
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
