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

/// <summary>Sets up an authenticator app as second factor and shows the recovery codes once. Every change requires the password.</summary>
[Authorize]
[EnableRateLimiting(RateLimits.SignIn)]
[NotStored]
public sealed class SetUpAuthenticator(Viewer viewer, People people, SignIns signIns, Texts texts) : PageModel
{
    const int Codes = 10;

    public User Account { get; private set; } = null!;

    /// <summary>Gets the key in groups of four, for people who cannot scan.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Gets the content of the QR code.</summary>
    public string Address { get; private set; } = "";

    public int CodesLeft { get; private set; }

    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    public string? Fault { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Account = (await people.FindByIdAsync(viewer.Account))!;
        await next();
    }

    public Task OnGetAsync() => Show();

    public async Task<IActionResult> OnPostOnAsync(string? code, string? password)
    {
        if (Account.SecondFactor)
            return RedirectToPage();
        if (!await signIns.IsPassword(Account, password))
            Fault = texts["access.password-wrong"];
        else if (!await people.VerifyTwoFactorTokenAsync(Account, TokenOptions.DefaultAuthenticatorProvider, code ?? ""))
            Fault = texts["access.code-wrong"];
        else if ((await people.SetTwoFactorEnabledAsync(Account, true)).Succeeded)
            RecoveryCodes = [.. (await people.GenerateNewTwoFactorRecoveryCodesAsync(Account, Codes))!];
        await Show();
        return Page();
    }

    public async Task<IActionResult> OnPostRecoveryCodesAsync(string? password)
    {
        if (!Account.SecondFactor)
            return RedirectToPage();
        if (!await signIns.IsPassword(Account, password))
            Fault = texts["access.password-wrong"];
        else
            RecoveryCodes = [.. (await people.GenerateNewTwoFactorRecoveryCodesAsync(Account, Codes))!];
        await Show();
        return Page();
    }

    public async Task<IActionResult> OnPostOffAsync(string? password)
    {
        if (await signIns.IsPassword(Account, password))
        {
            await people.ForgetAuthenticator(Account);
            Notices.Say(TempData, texts["access.authenticator-now-off"]);
            return RedirectToPage("ShowAccount");
        }

        Fault = texts["access.password-wrong"];
        await Show();
        return Page();
    }

    async Task Show()
    {
        if (Account.SecondFactor)
        {
            CodesLeft = await people.CountRecoveryCodesAsync(Account);
            return;
        }

        if (await people.GetAuthenticatorKeyAsync(Account) is null)
            await people.ResetAuthenticatorKeyAsync(Account);
        var key = (await people.GetAuthenticatorKeyAsync(Account))!;
        Key = string.Join(' ', key.Chunk(4).Select(group => new string(group)));
        Address = $"otpauth://totp/{Uri.EscapeDataString($"{texts["title"]}:{Account.Email}")}?secret={key}&issuer={Uri.EscapeDataString(texts["title"])}";
    }
}
