using System.Text.Json;
using Logistics.Contracts.Syntax;
using Logistics.Portal.Users.Management;
using Logistics.Portal.Users.Access;
using Logistics.Portal.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Logistics.Portal.Pages.Account.Access;

/// <summary>Creates the account of an invitation, including the first administrator's, or sets a new password.</summary>
[EnableRateLimiting(RateLimits.Links)]
[NotStored]
public sealed class AcceptInvitation(Invitations invitations, SignIns signIns, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    public Invitation? Invitation { get; private set; }

    public bool IsReset => Invitation is { Account.Length: > 0 };

    public string RoleWord => Invitation!.Role.ToString().ToLowerInvariant();

    /// <summary>Gets the language; the first administrator's is that of the browser.</summary>
    public string ChosenLanguage => Language ?? (Invitation!.IsFirst ? texts.Language : Invitation.Language);

    public string? Fault { get; private set; }

    public void OnGet() => Invitation = invitations.Find(Token ?? "");

    public async Task<IActionResult> OnPostAsync(string? password)
    {
        Invitation = invitations.Find(Token ?? "");
        var (account, fault) = await invitations.Accept(Token ?? "", Email ?? "", Code.Normalise(Name), Language ?? "", password ?? "");
        if (account is not null && await signIns.CanSignInAsync(account))
        {
            await signIns.SignInByLink(account);
            Notices.Say(TempData, texts["access.welcome"]);
            return StartPage.Go(Url, null, account.Role);
        }

        if (fault is not { } why)
            return RedirectToPage("SignIn");
        Fault = texts[$"access.fault.{JsonNamingPolicy.KebabCaseLower.ConvertName(why.ToString())}"];
        return Page();
    }
}
