using Logistics.Portal.Users.Access;
using Logistics.Portal.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Logistics.Portal.Pages.Account.Access;

/// <summary>Asks for the code of the authenticator app after the password.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
[NotStored]
public sealed class EnterSecondFactor(SignIns signIns, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Keep { get; set; }

    public string? Fault { get; private set; }

    public async Task<IActionResult> OnGetAsync() =>
        await signIns.GetTwoFactorAuthenticationUserAsync() is null ? RedirectToPage("SignIn", new { ReturnUrl }) : Page();

    public async Task<IActionResult> OnPostAsync(string? code)
    {
        if (await signIns.GetTwoFactorAuthenticationUserAsync() is not { } account)
            return RedirectToPage("SignIn", new { ReturnUrl });
        if ((await signIns.TwoFactorAuthenticatorSignInAsync(code ?? "", Keep, rememberClient: false)).Succeeded)
            return StartPage.Go(Url, ReturnUrl, account.Role);
        Fault = texts["access.code-wrong"];
        return Page();
    }
}
