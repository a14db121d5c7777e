using System.Text.Json.Nodes;
using Logistics.Client.Tracking;
using Logistics.Hosting.Commands;
using Logistics.Tracking.Subjects;

namespace Logistics.Tracking.Timelines;

/// <summary>The history of a subject in the order of events in the field.</summary>
public static class Timeline
{
    sealed record Row
    {
        public required string Source { get; init; }

        public required long Seq { get; init; }

        public required string Type { get; init; }

        public required DateTimeOffset At { get; init; }

        public required DateTimeOffset RecordedAt { get; init; }

        public string? Document { get; init; }

        public required string Facts { get; init; }

        public long? Pieces { get; init; }

        public TimelineItem Read() => new(At, RecordedAt, Source, Seq, Type, JsonNode.Parse(Facts)!.AsObject(), Pieces, Document);
    }

    public static List<TimelineItem> Of(Query query, Subject subject) => InOrder(query.Rows<Row>(
        """
        select entry.source, entry.seq, entry.type, entry.at, entry.recorded_at, entry.document, entry.facts, entry_subject.pieces
        from entry_subject
            join entry on entry.generation = entry_subject.generation and entry.source = entry_subject.source and entry.seq = entry_subject.seq
        where entry_subject.generation = (select shown from generation) and entry_subject.kind = @Kind and entry_subject.code = @Code
        """,
        new { subject.Kind, subject.Code }).Select(row => row.Read()));

    public static List<TimelineItem> InOrder(IEnumerable<TimelineItem> items) =>
        [.. items.OrderBy(item => item.At).ThenBy(item => item.Source, StringComparer.Ordinal).ThenBy(item => item.Seq)];

    /// <summary>
    /// Combines what recipients did on one day into one item each, with its <c>count</c>: a donation shows how its pieces spread, not which recipient got them.
    /// </summary>
    public static List<TimelineItem> ByDay(IEnumerable<TimelineItem> items)
    {
        string[] kept = ["member", "kind", "resolution"];
        string[] added = ["cartons", "good", "damaged", "missing", "unfit"];
        return
        [
            .. items.GroupBy(item => item.Source != "distribution"
                    ? $"{item.Source}/{item.Seq}"
                    : $"{item.Type}/{item.At:yyyy-MM-ddzzz}/{string.Join('/', kept.Select(name => item.Facts[name]))}")
                .Select(group => group.First().Source == "distribution" ? One([.. group]) : group.First()),
        ];

        TimelineItem One(List<TimelineItem> day)
        {
            var facts = new JsonObject { ["count"] = day.Count };
            foreach (var name in kept.Where(name => day[0].Facts[name] is not null))
                facts[name] = day[0].Facts[name]!.DeepClone();
            foreach (var name in added.Where(name => day[0].Facts[name] is not null))
                facts[name] = day.Sum(item => (long)item.Facts[name]!);
            return day[0] with { Facts = facts, Pieces = day.Sum(item => item.Pieces), Document = null };
        }
    }
}
