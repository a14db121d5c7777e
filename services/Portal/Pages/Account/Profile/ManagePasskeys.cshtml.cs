using System.Buffers.Text;
using Logistics.Contracts.Syntax;
using Logistics.Portal.Pages.Account.Access;
using Logistics.Portal.Users.Records;
using Logistics.Portal.Users.Access;
using Logistics.Portal.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Logistics.Portal.Pages.Account.Profile;

/// <summary>Manages passkeys, which sign in with a fingerprint, a face or the lock of the device. Adding one requires the password.</summary>
[Authorize]
[EnableRateLimiting(RateLimits.SignIn)]
[NotStored]
public sealed class ManagePasskeys(Viewer viewer, People people, SignIns signIns, Texts texts) : PageModel
{
    const int MaxPasskeys = 10;
    const int MaxLength = 100;

    User account = null!;

    public IReadOnlyList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    /// <summary>Gets a suggested name for the current device.</summary>
    public string Suggestion => Browsers.Summary(Request.Headers.UserAgent.ToString());

    public string? Fault { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        account = (await people.FindByIdAsync(viewer.Account))!;
        Passkeys = [.. await people.GetPasskeysAsync(account)];
        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostOptionsAsync(string? password)
    {
        if (Passkeys.Count >= MaxPasskeys || !await signIns.IsPassword(account, password))
            return BadRequest();
        return Content(
            await signIns.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = account.Id, Name = account.Email, DisplayName = account.Name }),
            "application/json");
    }

    public async Task<IActionResult> OnPostAddAsync(string? credential, string? name)
    {
        if (credential is not { Length: > 0 } || await signIns.AddPasskey(account, credential, Called(name)) is false)
        {
            Fault = texts["access.passkey-failed"];
            return Page();
        }

        Notices.Say(TempData, texts["access.passkey-added"]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? id)
    {
        if (Base64Url.IsValid(id))
            await people.RemovePasskeyAsync(account, Base64Url.DecodeFromChars(id));
        Notices.Say(TempData, texts["access.passkey-removed"]);
        return RedirectToPage();
    }

    string Called(string? name) => Code.Normalise(name) is { Length: > 0 and <= MaxLength } called ? called : texts["access.passkey"];
}
