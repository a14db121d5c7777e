using Logistics.Portal.Users.Access;
using Logistics.Portal.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Account.Access;

[Authorize]
public sealed class SignOut(SignIns signIns, Texts texts) : PageModel
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await signIns.SignOutAsync();
        Notices.Say(TempData, texts["access.signed-out"]);
        return RedirectToPage("SignIn");
    }
}
