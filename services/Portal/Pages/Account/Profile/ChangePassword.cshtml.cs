using Logistics.Portal.Pages.Account.Access;
using Logistics.Portal.Users.Records;
using Logistics.Portal.Users.Access;
using Logistics.Portal.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Logistics.Portal.Pages.Account.Profile;

/// <summary>Changes the password and signs out all other browsers.</summary>
[Authorize]
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class ChangePassword(Viewer viewer, People people, SignIns signIns, Texts texts) : PageModel
{
    public string? Fault { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(string? current, string? password)
    {
        var account = (await people.FindByIdAsync(viewer.Account))!;
        if (!await signIns.IsPassword(account, current))
            return Refuse(texts["access.password-wrong"]);
        if (password is null || !(await people.ChangePasswordAsync(account, current!, password)).Succeeded)
            return Refuse(texts["access.fault.password-weak"]);
        Notices.Say(TempData, texts["access.password-changed"]);
        return RedirectToPage("ShowAccount");
    }

    PageResult Refuse(string fault)
    {
        Fault = fault;
        return Page();
    }
}
