using Logistics.Portal.Users.Management;
using Logistics.Portal.Users.Records;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Operations.Users;

/// <summary>Lists the audit trail of accounts by person, latest first.</summary>
public sealed class ListUserEvents(UserStore store, Administration administration) : PageModel
{
    const int Rows = 100;

    [BindProperty(SupportsGet = true)]
    public string? Account { get; set; }

    public IReadOnlyList<User> Accounts { get; private set; } = [];

    public IReadOnlyList<UserEventLine> Events { get; private set; } = [];

    /// <summary>Gets the start of the next page; null on the last.</summary>
    public long? Before { get; private set; }

    public void OnGet(long? before)
    {
        Accounts = store.List();
        Events = UserEventLine.Of(administration.Events(Account is { Length: > 0 } ? Account : null, before ?? long.MaxValue, Rows), Accounts);
        Before = Events.Count == Rows ? Events[^1].Event.Seq : null;
    }
}
