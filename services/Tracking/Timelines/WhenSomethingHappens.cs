using System.Text.Json;
using Logistics.Contracts.Registry;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.Hosting.Commands;
using Logistics.Tracking.Subjects;

namespace Logistics.Tracking.Timelines;

/// <summary>Stores the public entry of each event of the three logs with its subjects.</summary>
public static class WhenSomethingHappens
{
    public static void Map(ServiceDefinition tracking)
    {
        foreach (var source in Sources.All)
        {
            foreach (var (_, type) in Events.All)
                tracking.Reactions.On(source, type, Keep);
        }
    }

    static void Keep(Recorded about, object data, Session session)
    {
        if (TimelineEntry.Of(data) is not { } entry)
            return;
        session.Execute(
            """
            insert into entry (generation, source, seq, type, at, recorded_at, document, facts)
            values (@Generation, @Source, @Seq, @type, @at, @recordedAt, @Document, @facts)
            """,
            new
            {
                session.Generation,
                about.Source,
                about.Seq,
                type = Short(about.Type),
                at = BusinessTime.Of(data) ?? about.At,
                recordedAt = about.At,
                entry.Document,
                facts = JsonSerializer.Serialize(entry.Facts, EventBody.Json),
            });
        session.Execute(
            "insert into entry_subject (generation, kind, code, source, seq, pieces) values (@Generation, @Kind, @Code, @Source, @Seq, @Pieces)",
            entry.Subjects.Select(told => new { session.Generation, told.Subject.Kind, told.Subject.Code, about.Source, about.Seq, told.Pieces }));
    }

    /// <summary>Returns the public name of an event: <c>milestone-recorded</c> for <c>shipment.milestone-recorded.v1</c>.</summary>
    static string Short(string type) => type.Split('.')[1];
}
