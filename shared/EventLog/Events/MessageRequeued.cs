namespace Logistics.EventLog.Events;

/// <summary>An operator returned an unreadable message to its original queue.</summary>
/// <param name="Queue">The queue that held it.</param>
/// <param name="Message">Identifies the message within its queue.</param>
public sealed record MessageRequeued(string Queue, string Message)
{
    internal const string Name = "broker.message-requeued.v1";
}
