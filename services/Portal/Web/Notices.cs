using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Logistics.Portal.Web;

/// <summary>What the next page says at its top about what was just done.</summary>
public static class Notices
{
    public const string Cookie = "notice";

    const string Key = "notice";

    public static void Say(ITempDataDictionary kept, string text) => kept[Key] = text;

    /// <remarks>Looks only where there is something, because looking answers with a cookie.</remarks>
    public static string? Take(HttpRequest request, ITempDataDictionary kept) => request.Cookies.ContainsKey(Cookie) ? kept[Key] as string : null;
}
