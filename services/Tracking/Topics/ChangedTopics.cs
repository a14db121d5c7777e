using Logistics.Contracts;
using Logistics.EventLog.Events;
using Logistics.Tracking.Subjects;
using Logistics.Tracking.Timelines;

namespace Logistics.Tracking.Topics;

/// <summary>Lists what an event changes: <c>donation/D-2020-0001</c>, <c>consignment/…</c>, <c>parcel/…</c>, <c>recipient/13</c>, and its service.</summary>
public static class ChangedTopics
{
    public static IReadOnlyCollection<string> Of(Recorded about, object data)
    {
        var topics = new HashSet<string>(StringComparer.Ordinal) { about.Source };
        foreach (var (subject, _) in TimelineEntry.Of(data)?.Subjects ?? [])
        {
            if (subject.Kind is Subject.Donation or Subject.Consignment or Subject.Parcel)
                topics.Add($"{subject.Kind}/{subject.Code}");
        }

        foreach (var movement in (data as IMovesPieces)?.Movements ?? [])
        {
            topics.Add($"donation/{movement.Goods.Donation.Value}");
            if (movement.From?.Holder is { Length: > 0 } giver)
                topics.Add($"recipient/{giver}");
            if (movement.To?.Holder is { Length: > 0 } taker)
                topics.Add($"recipient/{taker}");
        }

        return topics;
    }
}
