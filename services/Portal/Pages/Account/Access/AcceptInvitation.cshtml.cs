using System.Text.Json;
using Logistics.Contracts.Syntax;
using Logistics.Portal.Users.Management;
using Logistics.Portal.Users.Access;
using Logistics.Portal.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Logistics.Portal.Pages.Account.Access;

/// <summary>Makes the account that a link stands for, or sets the new password of one; also the first administrator.</summary>
[EnableRateLimiting(RateLimits.Links)]
[KeptByNobody]
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

    /// <summary>The first administrator is asked in the language of the browser.</summary>
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
