using Logistics.Portal.Web;

namespace Logistics.Portal.Pages.Association;

/// <summary>Pages documents from the latest, whereas Distribution lists them from the first.</summary>
static class Newest
{
    const int OnPage = 50;

    /// <summary>Returns the rows of a page, latest first, or of the last page if the requested one does not exist.</summary>
    public static (IReadOnlyList<T> Rows, Paging Paging) First<T>(IReadOnlyList<T> all, int page)
    {
        var paging = new Paging(1, OnPage, all.Count);
        paging = paging with { Page = Math.Clamp(page, 1, paging.Pages) };
        return ([.. all.Reverse().Skip((paging.Page - 1) * OnPage).Take(OnPage)], paging);
    }
}
