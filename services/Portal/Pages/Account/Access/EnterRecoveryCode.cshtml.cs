using Logistics.Portal.Users.Records;
using Logistics.Portal.Users.Access;
using Logistics.Portal.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Logistics.Portal.Pages.Account.Access;

/// <summary>Accepts a recovery code if the authenticator is lost. Every code works once.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
[NotStored]
public sealed class EnterRecoveryCode(SignIns signIns, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public string? Fault { get; private set; }

    public async Task<IActionResult> OnGetAsync() =>
        await signIns.GetTwoFactorAuthenticationUserAsync() is null ? RedirectToPage("SignIn", new { ReturnUrl }) : Page();

    public async Task<IActionResult> OnPostAsync(string? code)
    {
        if (await signIns.GetTwoFactorAuthenticationUserAsync() is not { } account)
            return RedirectToPage("SignIn", new { ReturnUrl });
        if (code is { Length: > 0 and <= People.MaxLength } && (await signIns.TwoFactorRecoveryCodeSignInAsync(code)).Succeeded)
            return StartPage.Go(Url, ReturnUrl, account.Role);
        Fault = texts["access.recovery-code-wrong"];
        return Page();
    }
}
