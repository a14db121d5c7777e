using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Logistics.Portal.Web;

/// <summary>Passes a message about a completed action to the top of the next page.</summary>
public static class Notices
{
    public const string Cookie = "notice";

    const string Key = "notice";

    public static void Say(ITempDataDictionary kept, string text) => kept[Key] = text;

    /// <remarks>Reads only if there is a message, because reading sets a cookie.</remarks>
    public static string? Take(HttpRequest request, ITempDataDictionary kept) => request.Cookies.ContainsKey(Cookie) ? kept[Key] as string : null;
}
