using System.Diagnostics;
using Logistics.EventLog.Events;

namespace Logistics.EventLog;

/// <summary>Connects a command, its events and the tables of every follower in one trace.</summary>
public static class Tracing
{
    public static readonly ActivitySource Source = new("Logistics.EventLog");

    /// <summary>
    /// Starts the activity that publishes a segment, in the trace of the first event that has one, linked to the traces of the others. A segment
    /// without events belongs to no trace, even if one is current.
    /// </summary>
    /// <returns>Null if nobody listens.</returns>
    internal static Activity? Publish(LogSegment segment)
    {
        Activity.Current = null;
        if (!Source.HasListeners())
            return null;
        var traces = segment.Events.Select(body => EventBody.Read(body).About.TraceParent).OfType<string>().Distinct(StringComparer.Ordinal)
            .Select(parent => ActivityContext.TryParse(parent, null, isRemote: true, out var context) ? context : default)
            .Where(context => context != default)
            .ToList();
        return traces.Count == 0
            ? null
            : Source.StartActivity($"publish {segment.Source}", ActivityKind.Producer, traces[0], links: traces.Skip(1).Select(context => new ActivityLink(context)));
    }
}
