using System.Diagnostics;
using Logistics.EventLog.Events;

namespace Logistics.EventLog;

/// <summary>One trace runs from a command through its events to every follower's tables.</summary>
public static class Tracing
{
    public static readonly ActivitySource Source = new("Logistics.EventLog");

    /// <summary>
    /// A segment on its way to the followers, in the trace of its first event that has one; it is linked to those of the others. A segment
    /// without events belongs to no trace, whatever runs around it.
    /// </summary>
    /// <returns>Null where nobody listens.</returns>
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
