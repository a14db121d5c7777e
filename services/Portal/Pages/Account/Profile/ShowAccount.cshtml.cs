using Logistics.Contracts.Syntax;
using Logistics.Hosting.Refusals;
using Logistics.Portal.Users.Access;
using Logistics.Portal.Users.Records;
using Logistics.Portal.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Account.Profile;

/// <summary>Shows a person's own account: name, language and links to everything else.</summary>
[Authorize]
public sealed class ShowAccount(Viewer viewer, People people, Texts texts) : PageModel
{
    public User Account { get; private set; } = null!;

    public string RoleWord => Account.Role.ToString().ToLowerInvariant();

    public string? Fault { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Account = (await people.FindByIdAsync(viewer.Account))!;
        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(string? name, string? language)
    {
        var called = Code.Normalise(name);
        if (called.Length is 0 or > People.MaxLength || Languages.Match(language ?? "") is not { } chosen)
        {
            Fault = texts["access.fault.name-missing"];
            return Page();
        }

        await people.Rename(Account, called, chosen);
        // The account's language takes effect again instead of the browser's earlier choice.
        Response.Cookies.Delete(Viewer.LanguageCookie);
        Notices.Say(TempData, new Texts(chosen)["access.saved"]);
        return RedirectToPage();
    }
}
