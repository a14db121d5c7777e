using System.Diagnostics;

namespace Logistics.EventLog;

/// <summary>One trace runs from a command through its events to every follower's tables.</summary>
public static class Tracing
{
    public static readonly ActivitySource Source = new("Logistics.EventLog");
}
