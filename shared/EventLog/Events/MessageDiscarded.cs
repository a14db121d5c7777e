namespace Logistics.EventLog.Events;

/// <summary>An operator permanently removed an unreadable message from the broker. Recorded before the message is removed.</summary>
/// <param name="Queue">The queue that held it.</param>
/// <param name="Message">Identifies the message within its queue.</param>
/// <param name="Reason">The operator's reason.</param>
/// <param name="Body">The content, truncated after several thousand characters.</param>
public sealed record MessageDiscarded(string Queue, string Message, string Reason, string Body)
{
    internal const string Name = "broker.message-discarded.v1";
}
