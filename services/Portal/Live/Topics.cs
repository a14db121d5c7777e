using Logistics.Contracts;
using Logistics.EventLog;
using Logistics.Hosting.Access;
using Logistics.Portal.Timelines;
using Logistics.Portal.Trackings;
using Logistics.Portal.Web;

namespace Logistics.Portal.Live;

/// <summary>What a page can listen to: <c>donation/D-2020-0001</c>, <c>consignment/…</c>, <c>parcel/…</c>, <c>recipient/13</c>, or all of a service.</summary>
public static class Topics
{
    public static IReadOnlyCollection<string> Of(Recorded about, object data)
    {
        var topics = new HashSet<string>(StringComparer.Ordinal) { about.Source };
        foreach (var (subject, _) in Entry.Of(data)?.Subjects ?? [])
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

    /// <summary>The public may listen to a donation, an association to itself as well, everybody else to everything.</summary>
    public static bool MayHear(Viewer viewer, string topic) => viewer.Role switch
    {
        null => topic.StartsWith("donation/", StringComparison.Ordinal),
        Role.Association => topic.StartsWith("donation/", StringComparison.Ordinal) || topic == $"recipient/{viewer.Organisation}",
        _ => true,
    };
}
