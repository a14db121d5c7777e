using System.Security.Claims;
using Logistics.Hosting.Access;
using Logistics.Hosting.Refusals;
using Microsoft.AspNetCore.Http;

namespace Logistics.Portal.Web;

/// <summary>The viewer of a page.</summary>
/// <param name="Account">Id of the account; blank for the public.</param>
/// <param name="Name">Name of the person; blank for the public.</param>
/// <param name="Role">Role of the account; null for the public.</param>
/// <param name="Organisation">For an association, its recipient code.</param>
/// <param name="Language">One of <see cref="Languages.All"/>.</param>
public sealed record Viewer(string Account, string Name, Role? Role, string Organisation, string Language)
{
    public const string RoleClaim = "role";
    public const string OrganisationClaim = "org";
    public const string LanguageClaim = "lang";
    public const string LanguageCookie = "language";

    public bool IsSignedIn => Role is not null;

    /// <summary>Returns whether a viewer may see data that belongs to one recipient. The public may not.</summary>
    public bool MaySee(string recipient) => Role is not null && (Role != Hosting.Access.Role.Association || Organisation == recipient);

    /// <summary>The language is the one chosen on this browser, else that of the account, else that of the browser.</summary>
    public static Viewer Of(HttpContext context)
    {
        var user = context.User;
        var role = Enum.TryParse<Role>(user.FindFirstValue(RoleClaim), ignoreCase: true, out var known) ? known : (Role?)null;
        var language = Chosen(context.Request)
            ?? Languages.Match(user.FindFirstValue(LanguageClaim) ?? "")
            ?? Languages.Of(context.Request);
        return role is null
            ? new Viewer("", "", null, "", language)
            : new Viewer(user.FindFirstValue(ClaimTypes.NameIdentifier) ?? "", user.FindFirstValue(ClaimTypes.Name) ?? "", role, user.FindFirstValue(OrganisationClaim) ?? "", language);
    }

    static string? Chosen(HttpRequest request) =>
        Languages.Match(request.Query["lang"].ToString()) ?? Languages.Match(request.Cookies[LanguageCookie] ?? "");
}
