using System.Net;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace Logistics.Portal.Users.Access;

/// <summary>
/// Prefixes cookies with <c>__Host-</c> over https, which binds them to this host. Without https cookies work on this machine only: other
/// browsers refuse them.
/// </summary>
public sealed class SessionCookies : ICookieManager
{
    readonly ChunkingCookieManager cookies = new();

    /// <summary>Returns whether signing in is possible over this connection.</summary>
    public static bool AreSafe(HttpRequest request) =>
        request.IsHttps || request.Host.Host == "localhost" || (IPAddress.TryParse(request.Host.Host, out var address) && IPAddress.IsLoopback(address));

    public string? GetRequestCookie(HttpContext context, string key) => cookies.GetRequestCookie(context, Name(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        cookies.AppendResponseCookie(context, Name(context, key), value, Strict(context, options));

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => cookies.DeleteCookie(context, Name(context, key), Strict(context, options));

    static string Name(HttpContext context, string key) => context.Request.IsHttps ? "__Host-" + key : key;

    static CookieOptions Strict(HttpContext context, CookieOptions options) =>
        new(options) { Secure = context.Request.IsHttps || !AreSafe(context.Request), Path = "/", Domain = null, HttpOnly = true };
}
