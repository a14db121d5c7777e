using Logistics.Hosting.Access;
using Microsoft.AspNetCore.Mvc;

namespace Logistics.Portal.Pages.Account.Access;

/// <summary>Determines the page after sign-in: the requested one if it is local, otherwise the start page of the role.</summary>
static class StartPage
{
    public static string Of(Role role) => role switch
    {
        Role.Foundation => "/foundation",
        Role.Coordinator => "/coordinator",
        Role.Association => "/association",
        Role.Auditor or Role.Admin => "/operations",
    };

    public static IActionResult Go(IUrlHelper addresses, string? wanted, Role role) =>
        new LocalRedirectResult(wanted is { Length: > 1 } && addresses.IsLocalUrl(wanted) ? wanted : Of(role));
}
