namespace Logistics.EventLog.Transport;

/// <summary>
/// Names on the broker. A service sends only to exchanges that begin with its own name, and whoever listens binds its queue to them: so the
/// right to declare and to send goes by that prefix. A queue has an exchange of its own name before it.
/// </summary>
public static class Topology
{
    /// <summary>The relay publishes to this exchange; every follower's queue is bound to it.</summary>
    public static string LogOf(string source) => $"{source}.log";

    /// <summary>The queue of a follower.</summary>
    public static string QueueOf(string follower, string source) => $"{follower}.follows.{source}";

    /// <summary>The exchange to which a follower says what it misses.</summary>
    public static string AsksOf(string follower, string source) => $"{follower}.asks.{source}";

    /// <summary>The queue in which a service finds what its followers miss.</summary>
    public static string ReplayOf(string source) => $"{source}.replay";

    /// <summary>All queues of a service.</summary>
    /// <param name="service">Its name.</param>
    /// <param name="sources">The services that it follows.</param>
    public static IEnumerable<string> QueuesOf(string service, IEnumerable<string> sources) => sources.Select(source => QueueOf(service, source)).Append(ReplayOf(service));

    /// <summary>The exchange to which a service replays to one follower.</summary>
    public static string AnswersOf(string source, string follower) => $"{source}.answers.{follower}";
}
