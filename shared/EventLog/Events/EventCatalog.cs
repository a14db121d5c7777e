namespace Logistics.EventLog.Events;

/// <summary>The names under which events are stored and published, and the records they are read into.</summary>
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
        names.TryGetValue(@event.GetType(), out var name) ? name : throw new InvalidOperationException($"{@event.GetType()} is not in the catalogue of events.");

    /// <returns>Null for an event that this program does not know: written by a newer one, or none of its business.</returns>
    public Type? TypeOf(string name) => types.GetValueOrDefault(name);
}
