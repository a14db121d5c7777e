using Microsoft.Playwright;

namespace Logistics.Browser.Tests;

/// <summary>A page with what it should not have done: console errors, requests to other hosts, failed requests.</summary>
sealed class Watched
{
    readonly List<string> wrong = [];
    long bytes;

    Watched(IPage page) => Page = page;

    public IPage Page { get; }

    /// <summary>Uncompressed bytes of documents, style sheets and scripts since the last look; pictures aside.</summary>
    public long TakeWeight() => Interlocked.Exchange(ref bytes, 0);

    public static async Task<Watched> Open(IBrowserContext context, string address)
    {
        var watched = new Watched(await context.NewPageAsync());
        var host = new Uri(address).Authority;
        watched.Page.Console += (_, message) => watched.Note(message.Type is "error" or "warning", $"{message.Type}: {message.Text}");
        watched.Page.PageError += (_, error) => watched.Note(true, error);
        watched.Page.Request += (_, request) => watched.Note(
            !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal) && new Uri(request.Url).Authority != host,
            $"asks another host: {request.Url}");
        watched.Page.RequestFinished += async (_, request) =>
        {
            if (request.ResourceType is "document" or "stylesheet" or "script")
                Interlocked.Add(ref watched.bytes, (await request.SizesAsync()).ResponseBodySize);
        };
        return watched;
    }

    /// <summary>Everything that was wrong since the last look.</summary>
    public IReadOnlyList<string> TakeFaults()
    {
        lock (wrong)
        {
            string[] taken = [.. wrong];
            wrong.Clear();
            return taken;
        }
    }

    void Note(bool isWrong, string text)
    {
        if (!isWrong)
            return;
        lock (wrong)
            wrong.Add(text);
    }
}
