using System.Text.Json;
using Logistics.Hosting.Access;
using Logistics.Portal.Upstream;
using Logistics.Portal.Users.Management;
using Logistics.Portal.Users.Records;
using Logistics.Portal.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Operations.Users;

/// <summary>Shows an account, its audit trail and the actions of an administrator.</summary>
[NotStored]
public sealed class ManageUser(
    Viewer viewer, UserStore store, Administration administration, Invitations invitations, PortalSettings settings, Texts texts) : PageModel
{
    const int EventsShown = 20;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public User Account { get; private set; } = null!;

    public IReadOnlyList<UserEventLine> Events { get; private set; } = [];

    /// <summary>Gets the link that was just created, shown once.</summary>
    public string? Link { get; private set; }

    public string? Fault { get; private set; }

    public bool MayChange => viewer.Role == Role.Admin && Account.State != UserState.Disabled;

    public static string Tag(UserState state) => state switch
    {
        UserState.Active => "good",
        UserState.Locked => "waiting",
        UserState.Disabled => "bad",
    };

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (store.Find(Id) is not { } account || (context.HandlerMethod?.HttpMethod == "Post" && viewer.Role != Role.Admin))
        {
            context.Result = NotFound();
            return;
        }

        Account = account;
    }

    public void OnGet() => Show();

    public IActionResult OnPostRole(Role role, string? organisation) =>
        Answer(Enum.IsDefined(role) ? administration.ChangeRole(Id, role, organisation, viewer.Account) : UserFault.Gone);

    public IActionResult OnPostLock() => Answer(administration.Lock(Id, viewer.Account));

    public IActionResult OnPostUnlock() => Answer(administration.Unlock(Id, viewer.Account));

    public IActionResult OnPostDisable(bool sure) => sure ? Answer(administration.Disable(Id, viewer.Account)) : RedirectToPage();

    public IActionResult OnPostReset()
    {
        if (invitations.MakeFor(Id, viewer.Account) is { } token)
            Link = InviteUser.LinkTo(settings, Request, token);
        Show();
        return Page();
    }

    IActionResult Answer(UserFault? fault)
    {
        if (fault is { } why)
        {
            Fault = texts[$"access.fault.{JsonNamingPolicy.KebabCaseLower.ConvertName(why.ToString())}"];
            Show();
            return Page();
        }

        Notices.Say(TempData, texts["access.saved"]);
        return RedirectToPage();
    }

    void Show() => Events = UserEventLine.Of(administration.Events(Id, long.MaxValue, EventsShown), store.List());
}
