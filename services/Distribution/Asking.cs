using System.Globalization;
using Logistics.Contracts.Codes;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Distribution;

/// <summary>What several questions of this service ask in the same way.</summary>
static class Asking
{
    /// <summary>The recipient that an association is; blank for those who may see all.</summary>
    public static string Own(this Query query) => query.Caller.Role == Role.Association ? query.Caller.Organisation : "";

    /// <summary><c>?recipient=</c>; blank where it is not asked for.</summary>
    /// <exception cref="CodeFaultException">It is not a recipient code.</exception>
    public static string Recipient(this Query query) => query.Coded<RecipientCode>("recipient")?.Value ?? "";

    /// <summary>A day such as <c>2020-06-01</c>; null where it is not asked for.</summary>
    /// <exception cref="CodeFaultException"><c>day-format</c>: it is not a day.</exception>
    public static DateOnly? Day(this Query query, string name) =>
        query.Text(name) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new CodeFaultException(new CodeFault("day-format", ("field", name), ("value", text)));
}
