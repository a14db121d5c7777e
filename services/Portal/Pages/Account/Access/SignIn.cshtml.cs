using Logistics.Portal.Users.Records;
using Logistics.Portal.Users.Access;
using Logistics.Portal.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Logistics.Portal.Pages.Account.Access;

/// <summary>Signs in with address and password, or with a passkey. All failures read the same, so that nobody learns which accounts exist.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
[NotStored]
public sealed class SignIn(SignIns signIns, People people, RateLimits limits, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public bool Keep { get; set; }

    public bool IsSafe => SessionCookies.AreSafe(Request);

    public string? Fault { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(string? password)
    {
        var email = Email ?? "";
        if (email.Length > People.MaxLength || password is not { Length: > 0 and <= People.MaxLength })
            return Refuse();
        if (!limits.MayTry(people.NormalizeName(email)!))
            return StatusCode(StatusCodes.Status429TooManyRequests);
        var result = await signIns.PasswordSignInAsync(email, password, Keep, lockoutOnFailure: true);
        if (result.RequiresTwoFactor)
            return RedirectToPage("EnterSecondFactor", new { ReturnUrl, Keep });
        return result.Succeeded ? StartPage.Go(Url, ReturnUrl, (await people.FindByNameAsync(email))!.Role) : Refuse();
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await signIns.MakePasskeyRequestOptionsAsync(null), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential) =>
        credential is { Length: > 0 } && await signIns.SignInByPasskey(credential) is { } account ? StartPage.Go(Url, ReturnUrl, account.Role) : Refuse();

    PageResult Refuse()
    {
        Fault = texts["access.sign-in-failed"];
        return Page();
    }
}
