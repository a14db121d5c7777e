using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Distribution.Documents;

static class Asking
{
    /// <summary>Returns the recipient whose rows alone an association may see; blank for those who may see all.</summary>
    public static string Own(this Query query) => query.Caller.Role == Role.Association ? query.Caller.Organisation : "";
}
