namespace Logistics.EventLog.Events;

/// <summary>A person decided that a feed passes over an event that it cannot apply.</summary>
/// <param name="Source">Whose event.</param>
/// <param name="Seq">Which.</param>
/// <param name="Type">Its name.</param>
/// <param name="Reason">Why, in the person's words.</param>
public sealed record EventSkipped(string Source, long Seq, string Type, string Reason)
{
    internal const string Name = "feed.event-skipped.v1";
}
