using Logistics.Hosting.Access;
using Logistics.Portal.Users.Records;
using Logistics.Portal.Users.Management;
using Logistics.Portal.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Operations.Users;

/// <summary>Lists all users and the open invitations.</summary>
public sealed class ListUsers(Viewer viewer, UserStore store, Invitations invitations, Texts texts) : PageModel
{
    public IReadOnlyList<User> Accounts { get; private set; } = [];

    public IReadOnlyList<Invitation> Open { get; private set; } = [];

    public bool MayChange => viewer.Role == Role.Admin;

    public void OnGet() => (Accounts, Open) = (store.List(), invitations.List());

    public string NameOf(string id) => Accounts.FirstOrDefault(account => account.Id == id)?.Name ?? id;

    public IActionResult OnPostWithdraw(string? invitation)
    {
        if (!MayChange)
            return NotFound();
        invitations.Withdraw(invitation ?? "", viewer.Account);
        Notices.Say(TempData, texts["accounts.withdrawn"]);
        return RedirectToPage();
    }
}
