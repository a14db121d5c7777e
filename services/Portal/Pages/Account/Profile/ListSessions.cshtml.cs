using System.Security.Claims;
using Logistics.Portal.Pages.Account.Access;
using Logistics.Portal.Users.Access;
using Logistics.Portal.Users.Records;
using Logistics.Portal.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Account.Profile;

/// <summary>Lists the browsers in which a person is signed in. Ending a session takes effect at its next request.</summary>
[Authorize]
[NotStored]
public sealed class ListSessions(Viewer viewer, People people, SignIns signIns, Sessions sessions, Texts texts) : PageModel
{
    public IReadOnlyList<UserSession> Sessions { get; private set; } = [];

    public string? Current => User.FindFirstValue(Portal.Users.Access.Sessions.Claim);

    /// <summary>Identifies a session on the page without revealing its id.</summary>
    public string Mark(UserSession session) => Secret.Hash(session.Id);

    public void OnGet() => Sessions = sessions.List(viewer.Account);

    public IActionResult OnPostEnd(string? session)
    {
        if (sessions.List(viewer.Account).FirstOrDefault(one => Mark(one) == session) is { } found)
            sessions.Revoke(found.Id, viewer.Account);
        Notices.Say(TempData, texts["access.session-ended"]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEverywhereAsync()
    {
        await people.SignOutEverywhere((await people.FindByIdAsync(viewer.Account))!);
        await signIns.SignOutAsync();
        Notices.Say(TempData, texts["access.signed-out-everywhere"]);
        return RedirectToPage("../Access/SignIn");
    }
}
