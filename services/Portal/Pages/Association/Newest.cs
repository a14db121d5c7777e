using Logistics.Portal.Upstream;

namespace Logistics.Portal.Pages.Association;

/// <summary>Distribution lists documents by number from the first; people look for the last.</summary>
static class Newest
{
    const int MostOfAnswer = 1000;
    const int OnPage = 50;

    /// <summary>All documents of a list, the latest first.</summary>
    public static async Task<Reply<IReadOnlyList<T>>> All<T>(Services services, string list, Func<T, string> number, CancellationToken gone)
    {
        var all = new List<T>();
        var last = "";
        while (true)
        {
            var reply = await services.Get<List<T>>("distribution", $"{list}?limit={MostOfAnswer}&after={Uri.EscapeDataString(last)}", gone);
            if (!reply.Succeeded)
                return new(null, reply.Problem);
            all.AddRange(reply.Body);
            if (reply.Body.Count < MostOfAnswer)
                break;
            last = number(all[^1]);
        }

        all.Reverse();
        return new(all, null);
    }

    /// <summary>A page that is not there is the nearest one that is.</summary>
    public static Slice<T> Turn<T>(IReadOnlyList<T> all, int number)
    {
        var pages = Math.Max(1, (all.Count + OnPage - 1) / OnPage);
        number = Math.Clamp(number, 1, pages);
        return new([.. all.Skip((number - 1) * OnPage).Take(OnPage)], number, pages);
    }
}
