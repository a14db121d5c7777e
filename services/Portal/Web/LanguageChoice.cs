using Logistics.Hosting.Refusals;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Logistics.Portal.Web;

/// <summary>Keeps the language chosen by <c>?lang=</c> on this browser.</summary>
static class LanguageChoice
{
    public static Task Remember(HttpContext context, RequestDelegate next)
    {
        if (Languages.Match(context.Request.Query["lang"].ToString()) is { } language)
        {
            context.Response.Cookies.Append(Viewer.LanguageCookie, language, new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(365),
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
            });
        }

        return next(context);
    }

    /// <summary>The same page in another language.</summary>
    public static string Link(HttpRequest request, string language)
    {
        var path = request.HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? request.PathBase.Add(request.Path).ToUriComponent();
        var query = request.Query.Where(part => part.Key != "lang").SelectMany(part => part.Value, (part, value) => KeyValuePair.Create(part.Key, value));
        return QueryHelpers.AddQueryString(path, query.Append(KeyValuePair.Create("lang", (string?)language)));
    }
}
