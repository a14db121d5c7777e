using Logistics.Portal.Users.Records;

namespace Logistics.Portal.Pages.Operations.Users;

/// <summary>A line of the audit trail with the names of its people.</summary>
public sealed record UserEventLine(UserEvent Event, string Actor, string Account)
{
    public static IReadOnlyList<UserEventLine> Of(IEnumerable<UserEvent> events, IEnumerable<User> accounts)
    {
        var names = accounts.ToDictionary(account => account.Id, account => account.Name, StringComparer.Ordinal);
        return [.. events.Select(one => new UserEventLine(one, names.GetValueOrDefault(one.Actor, one.Actor), names.GetValueOrDefault(one.Account, one.Account)))];
    }
}
