namespace Logistics.EventLog;

/// <summary>
/// Names on the broker. A queue has an exchange of its own name before it, and is sent to by that: to name the queue would be to declare
/// it, and without its own arguments the broker refuses that.
/// </summary>
public static class Topology
{
    /// <summary>Every follower's queue is bound to this exchange; the relay publishes to it.</summary>
    public static string LogOf(string source) => $"{source}.log";

    public static string QueueOf(string follower, string source) => $"{follower}.follows.{source}";

    public static string ReplayOf(string source) => $"{source}.replay";
}
