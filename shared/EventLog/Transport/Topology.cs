namespace Logistics.EventLog.Transport;

/// <summary>
/// Names on the broker. A service sends only to exchanges that begin with its own name, and consumers bind their queues to them, so
/// permissions to declare and send are granted by that prefix. Every queue has an exchange with the same name.
/// </summary>
public static class Topology
{
    /// <summary>Returns the exchange to which the relay publishes and every follower's queue is bound.</summary>
    public static string LogOf(string source) => $"{source}.log";

    /// <summary>Returns the queue of a follower.</summary>
    public static string QueueOf(string follower, string source) => $"{follower}.follows.{source}";

    /// <summary>Returns the exchange to which a follower sends replay requests.</summary>
    public static string AsksOf(string follower, string source) => $"{follower}.asks.{source}";

    /// <summary>Returns the queue in which a service receives replay requests.</summary>
    public static string ReplayOf(string source) => $"{source}.replay";

    /// <summary>Returns all queues of a service.</summary>
    /// <param name="service">Name of the service.</param>
    /// <param name="sources">The services that it follows.</param>
    public static IEnumerable<string> QueuesOf(string service, IEnumerable<string> sources) => sources.Select(source => QueueOf(service, source)).Append(ReplayOf(service));

    /// <summary>Returns the exchange to which a service replays events for one follower.</summary>
    public static string AnswersOf(string source, string follower) => $"{source}.answers.{follower}";
}
