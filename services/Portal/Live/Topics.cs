using Logistics.Hosting.Access;
using Logistics.Portal.Web;

namespace Logistics.Portal.Live;

/// <summary>The topics of pages: <c>donation/D-2020-0001</c>, <c>consignment/…</c>, <c>parcel/…</c>, <c>recipient/13</c>, or all of a service.</summary>
public static class Topics
{
    /// <summary>Returns whether a viewer may listen: the public to donations, an association also to its own topics, all others to everything.</summary>
    public static bool MayHear(Viewer viewer, string topic) => viewer.Role switch
    {
        null => topic.StartsWith("donation/", StringComparison.Ordinal),
        Role.Association => topic.StartsWith("donation/", StringComparison.Ordinal) || topic == $"recipient/{viewer.Organisation}",
        _ => true,
    };
}
