using Logistics.Hosting.Access;
using Logistics.Hosting.Refusals;
using Logistics.Portal.Upstream;
using Logistics.Portal.Users.Management;
using Logistics.Portal.Users.Records;
using Logistics.Portal.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Operations.Users;

/// <summary>Creates an invitation link, which is shown once for the administrator to hand over.</summary>
[NotStored]
[Authorize(Policy = "administers")]
public sealed class InviteUser(Viewer viewer, Invitations invitations, PortalSettings settings, Texts texts) : PageModel
{
    [BindProperty]
    public Role Role { get; set; } = Role.Association;

    [BindProperty]
    public string? Organisation { get; set; }

    [BindProperty]
    public string? Language { get; set; } = "ja";

    public string? Link { get; private set; }

    public string? Fault { get; private set; }

    /// <summary>Returns the link at the address under which people reach this portal.</summary>
    public static string LinkTo(PortalSettings settings, HttpRequest request, string token) =>
        new Uri(settings.PublicAddress ?? new Uri($"{request.Scheme}://{request.Host}"), $"/account/invitation?token={token}").ToString();

    public void OnPost()
    {
        if (Administration.Organisation(Role, Organisation) is { } organisation && Enum.IsDefined(Role))
            Link = LinkTo(settings, Request, invitations.Make(Role, organisation, Languages.Match(Language ?? "") ?? "en", viewer.Account));
        else
            Fault = texts["access.fault.organisation-missing"];
    }
}
