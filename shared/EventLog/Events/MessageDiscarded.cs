namespace Logistics.EventLog.Events;

/// <summary>A person took a message that nobody could read from the broker for good. Recorded before it is taken.</summary>
/// <param name="Queue">Where it lay.</param>
/// <param name="Message">By which it was found there.</param>
/// <param name="Reason">Why, in the person's words.</param>
/// <param name="Body">What it said, cut after some thousand characters.</param>
public sealed record MessageDiscarded(string Queue, string Message, string Reason, string Body)
{
    internal const string Name = "broker.message-discarded.v1";
}
