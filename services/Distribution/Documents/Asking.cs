using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Distribution.Documents;

static class Asking
{
    /// <summary>Returns the recipient to whose rows an association is limited; blank for callers who may see all.</summary>
    public static string Own(this Query query) => query.Caller.Role == Role.Association ? query.Caller.Organisation : "";
}
