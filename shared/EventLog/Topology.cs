namespace Logistics.EventLog;

/// <summary>Names on the broker.</summary>
public static class Topology
{
    /// <summary>Every follower's queue is bound to this exchange; the relay publishes to it.</summary>
    public static string LogOf(string source) => $"{source}.log";

    public static string QueueOf(string follower, string source) => $"{follower}.follows.{source}";

    public static string ReplayOf(string source) => $"{source}.replay";
}
