namespace Logistics.EventLog.Events;

/// <summary>Maps the names under which events are stored and published to the records that represent them.</summary>
public sealed class EventCatalog
{
    readonly Dictionary<string, Type> types;
    readonly Dictionary<Type, string> names;

    public EventCatalog(IEnumerable<(string Name, Type Type)> events)
    {
        (string Name, Type Type)[] all =
        [
            .. events,
            (EventSkipped.Name, typeof(EventSkipped)),
            (LogVerified.Name, typeof(LogVerified)),
            (MessageDiscarded.Name, typeof(MessageDiscarded)),
            (MessageRequeued.Name, typeof(MessageRequeued)),
        ];
        types = all.ToDictionary(e => e.Name, e => e.Type, StringComparer.Ordinal);
        names = all.ToDictionary(e => e.Type, e => e.Name);
    }

    public string NameOf(object @event) =>
        names.TryGetValue(@event.GetType(), out var name) ? name : throw new InvalidOperationException($"{@event.GetType()} is not in the event catalogue.");

    /// <returns>Null for an event unknown to this program: one written by a newer version, or one that the service does not handle.</returns>
    public Type? TypeOf(string name) => types.GetValueOrDefault(name);
}
