using Logistics.Client;

namespace Logistics.Portal.Upstream;

/// <summary>Lists that a service gives by pages, where a page of ours needs every row.</summary>
public static class WholeList
{
    const int PageSize = 1000;

    /// <param name="services">As the viewer may use them.</param>
    /// <param name="service">intake, shipment or distribution.</param>
    /// <param name="path">A list that is ordered by number and takes <c>after</c> and <c>limit</c>.</param>
    /// <param name="number">Of a row.</param>
    /// <param name="cancel">The viewer has gone.</param>
    /// <returns>All rows, or the first problem.</returns>
    public static async Task<Reply<List<T>>> All<T>(this Services services, string service, string path, Func<T, string> number, CancellationToken cancel = default)
    {
        var rows = new List<T>();
        var after = "";
        while (true)
        {
            var page = await services.Get<List<T>>(service, $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit={PageSize}&after={Uri.EscapeDataString(after)}", cancel);
            if (!page.Succeeded)
                return page;
            rows.AddRange(page.Body);
            if (page.Body.Count < PageSize)
                return new Reply<List<T>>(rows, null);
            after = number(page.Body[^1]);
        }
    }
}
