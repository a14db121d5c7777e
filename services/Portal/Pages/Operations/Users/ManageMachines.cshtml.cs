using Logistics.Contracts.Syntax;
using Logistics.Hosting.Access;
using Logistics.Portal.Users.Credentials;
using Logistics.Portal.Users.Management;
using Logistics.Portal.Users.Records;
using Logistics.Portal.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Operations.Users;

/// <summary>Manages programs that call the services: creates tokens, shows each once, and revokes them. A machine is never an administrator.</summary>
[NotStored]
public sealed class ManageMachines(Viewer viewer, Machines machines, Texts texts) : PageModel
{
    const int MaxLength = 100;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public Role Role { get; set; } = Role.Auditor;

    [BindProperty]
    public string? Organisation { get; set; }

    public IReadOnlyList<Machine> Machines { get; private set; } = [];

    public string? Token { get; private set; }

    public string? Fault { get; private set; }

    public bool MayChange => viewer.Role == Role.Admin;

    public void OnGet() => Machines = machines.List();

    public IActionResult OnPost()
    {
        if (!MayChange)
            return NotFound();
        var called = Code.Normalise(Name);
        if (called.Length is 0 or > MaxLength)
            Fault = texts["access.fault.name-missing"];
        else if (!Enum.IsDefined(Role) || Role == Role.Admin || Administration.Organisation(Role, Organisation) is not { } organisation)
            Fault = texts["access.fault.organisation-missing"];
        else
            Token = machines.Make(called, Role, organisation, viewer.Account);
        Machines = machines.List();
        return Page();
    }

    public IActionResult OnPostRevoke(string? machine)
    {
        if (!MayChange)
            return NotFound();
        machines.Revoke(machine ?? "", viewer.Account);
        Notices.Say(TempData, texts["accounts.token-revoked"]);
        return RedirectToPage();
    }
}
