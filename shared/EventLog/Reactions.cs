using System.Diagnostics;
using System.Text.Json;
using Logistics.EventLog.Events;

namespace Logistics.EventLog;

/// <summary>
/// Holds the functions that write a service's tables, by kind of event. Their only input is the event,
/// so replaying a log rebuilds every table.
/// </summary>
public sealed class Reactions(EventCatalog catalog)
{
    readonly Dictionary<(string Source, Type Type), Action<Recorded, object, Session>> reactions = [];
    readonly HashSet<string> kept = new(StringComparer.Ordinal);

    public EventCatalog Catalog { get; } = catalog;

    /// <summary>Gets the tables that a rebuild leaves untouched because no event can restore their rows.</summary>
    public IReadOnlyCollection<string> Kept => kept;

    public void On<T>(string source, Action<Recorded<T>, Session> react) where T : class =>
        On(source, typeof(T), (about, data, session) => react(
            new Recorded<T>
            {
                Source = about.Source,
                Seq = about.Seq,
                Type = about.Type,
                Stream = about.Stream,
                Actor = about.Actor,
                At = about.At,
                TraceParent = about.TraceParent,
                Event = (T)data,
            },
            session));

    public void On(string source, Type type, Action<Recorded, object, Session> react) =>
        reactions[(source, type)] = reactions.TryGetValue((source, type), out var earlier) ? earlier + react : react;

    /// <summary>Marks a table whose rows do not come from events, such as the bytes of a picture: events hold only its hash.</summary>
    public void Keep(string table) => kept.Add(table);

    /// <summary>Calls the functions registered for this kind of event of this source, if any.</summary>
    internal void Apply(Recorded about, object data, Session session)
    {
        if (reactions.TryGetValue((about.Source, data.GetType()), out var reaction))
            reaction(about, data, session);
    }

    /// <summary>Reads and applies an event of any log. Skips an event without registered functions before reading its data.</summary>
    internal void Apply(ReadOnlyMemory<byte> body, Session session)
    {
        var (about, data) = EventBody.Read(body);
        if (Catalog.TypeOf(about.Type) is { } type && reactions.TryGetValue((about.Source, type), out var reaction))
        {
            session.Cause = about;
            using var activity = Tracing.Source.StartActivity($"apply {about.Type}", ActivityKind.Consumer, about.TraceParent);
            reaction(about, JsonSerializer.Deserialize(data.Span, type, EventBody.Json)!, session);
        }
    }
}
