namespace Logistics.EventLog.Events;

/// <summary>A person sent a message that nobody could read back to the queue from which it came.</summary>
/// <param name="Queue">Where it lay.</param>
/// <param name="Message">By which it was found there.</param>
public sealed record MessageRequeued(string Queue, string Message)
{
    internal const string Name = "broker.message-requeued.v1";
}
