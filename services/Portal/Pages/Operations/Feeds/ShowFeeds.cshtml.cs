using Logistics.Client;
using Logistics.Portal.Pages.Operations.Logs;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Operations.Feeds;

/// <summary>How far every service has followed the others, and what a person does where one stands still.</summary>
public sealed class ShowFeeds(Services services, Texts texts, TimeProvider clock) : PageModel
{
    public sealed record Row
    {
        public required string Source { get; init; }

        public required long Position { get; init; }

        public Stall? Stall { get; init; }
    }

    public sealed record Stall
    {
        public required long Seq { get; init; }

        public required string Type { get; init; }

        public required string Body { get; init; }

        public required string Error { get; init; }

        public required int Attempts { get; init; }

        public required DateTimeOffset Since { get; init; }
    }

    /// <param name="Follower">The service whose tables are written.</param>
    /// <param name="Source">The service whose log it follows.</param>
    /// <param name="Position">Sequence number of the last event applied.</param>
    /// <param name="Head">The last of the source; null where that does not answer.</param>
    /// <param name="Late">How long ago the first event was recorded that is not applied; null where all is.</param>
    /// <param name="Stall">Where it stands still.</param>
    public sealed record Feed(string Follower, string Source, long Position, long? Head, TimeSpan? Late, Stall? Stall)
    {
        public string Id => $"{Follower}-follows-{Source}";

        /// <summary>The source has lost events that were applied. Without the stall the figures may only be of different moments.</summary>
        public bool IsAhead => Stall is not null && Head < Position;

        public long Behind => Math.Max(0, (Head ?? Position) - Position);
    }

    sealed record Done;

    public IReadOnlyList<Feed> Feeds { get; private set; } = [];

    /// <summary>The services that do not answer.</summary>
    public IReadOnlyList<string> Silent { get; private set; } = [];

    public Problem? Problem { get; private set; }

    /// <summary>The feed whose problem that is, and what was typed there.</summary>
    public (string Feed, string Reason) Typed { get; private set; } = ("", "");

    public Task OnGetAsync(CancellationToken cancel) => Load(cancel);

    public Task<IActionResult> OnPostRetryAsync(string follower, string source, long seq, string key, CancellationToken cancel) =>
        Decide(follower, source, "retries", new { source, seq }, key, "", texts["operations.retrying"], cancel);

    public Task<IActionResult> OnPostSkipAsync(string follower, string source, long seq, string? reason, string key, CancellationToken cancel) =>
        Decide(follower, source, "skips", new { source, seq, reason = reason ?? "" }, key, reason ?? "", texts["operations.skipped", ("seq", texts.Number(seq))], cancel);

    async Task<IActionResult> Decide(
        string follower, string source, string what, object request, string key, string reason, string done, CancellationToken cancel)
    {
        if (!LogNames.All.Contains(follower, StringComparer.Ordinal))
            return NotFound();
        var reply = await services.Post<Done>(follower, $"/feeds/{what}", request, key, cancel);
        if (reply.Succeeded)
        {
            Notices.Say(TempData, done);
            return Redirect("/operations");
        }

        Typed = ($"{follower}-follows-{source}", reason);
        await Load(cancel);
        return this.Again(Problem = reply.Problem, key);
    }

    async Task Load(CancellationToken cancel)
    {
        var heads = await Heads(cancel);
        var answers = await Task.WhenAll(LogNames.All.Select(async follower => (Follower: follower, Reply: await services.Get<Row[]>(follower, "/feeds", cancel))));
        Silent = [.. answers.Where(answer => !answer.Reply.Succeeded).Select(answer => answer.Follower)];
        Feeds = await Task.WhenAll(answers.SelectMany(answer => answer.Reply.Body ?? [], async (answer, row) =>
        {
            var head = heads.GetValueOrDefault(row.Source);
            return new Feed(answer.Follower, row.Source, row.Position, head, head > row.Position ? await Late(row, cancel) : null, row.Stall);
        }));
    }

    async Task<Dictionary<string, long?>> Heads(CancellationToken cancel) =>
        (await Task.WhenAll(PortalSlices.Sources.Select(async source => (Source: source, Reply: await services.Get<Logs.LogState>(source, "/log", cancel)))))
            .ToDictionary(answer => answer.Source, answer => answer.Reply.Body?.Head, StringComparer.Ordinal);

    async Task<TimeSpan?> Late(Row row, CancellationToken cancel)
    {
        var next = await services.Get<LoggedEvents>(row.Source, $"/log/events?before={row.Position + 2}&limit=1", cancel);
        return next.Body?.Events is [var first, ..] && first.Seq == row.Position + 1 ? clock.GetUtcNow() - first.At : null;
    }
}
