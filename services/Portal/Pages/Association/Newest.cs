using Logistics.Portal.Web;

namespace Logistics.Portal.Pages.Association;

/// <summary>Distribution lists documents by number from the first; people look for the last.</summary>
static class Newest
{
    const int OnPage = 50;

    /// <summary>The rows of a page, the latest first; of the last page, where that one is not there.</summary>
    public static (IReadOnlyList<T> Rows, Paging Paging) First<T>(IReadOnlyList<T> all, int page)
    {
        var paging = new Paging(1, OnPage, all.Count);
        paging = paging with { Page = Math.Clamp(page, 1, paging.Pages) };
        return ([.. all.Reverse().Skip((paging.Page - 1) * OnPage).Take(OnPage)], paging);
    }
}
