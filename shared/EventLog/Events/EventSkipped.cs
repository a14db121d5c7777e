namespace Logistics.EventLog.Events;

/// <summary>An operator made a feed skip an event that it cannot apply.</summary>
/// <param name="Source">The service that wrote the event.</param>
/// <param name="Seq">Its sequence number.</param>
/// <param name="Type">Its name.</param>
/// <param name="Reason">The operator's reason.</param>
public sealed record EventSkipped(string Source, long Seq, string Type, string Reason)
{
    internal const string Name = "feed.event-skipped.v1";
}
