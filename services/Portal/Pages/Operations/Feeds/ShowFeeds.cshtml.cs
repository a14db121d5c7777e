using Logistics.Client;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Operations.Feeds;

/// <summary>Shows how far every service has followed the others, and lets an administrator retry or skip an event at which one is stalled.</summary>
public sealed class ShowFeeds(ServiceClients services, Texts texts, TimeProvider clock) : PageModel
{
    /// <param name="Follower">The service whose tables are written.</param>
    /// <param name="Source">The service whose log it follows.</param>
    /// <param name="Position">Sequence number of the last event applied.</param>
    /// <param name="Head">Last sequence number of the source; null if the source does not answer.</param>
    /// <param name="Late">Time since the first event that is not applied was recorded; null if all are applied.</param>
    /// <param name="Stall">The event at which it is stalled; null while it runs.</param>
    public sealed record FollowedLog(string Follower, string Source, long Position, long? Head, TimeSpan? Late, FeedStall? Stall)
    {
        public string Id => IdOf(Follower, Source);

        /// <summary>Tells whether the source has lost events that were applied. Without a stall, the figures may only be of different moments.</summary>
        public bool IsAhead => Stall is not null && Head < Position;

        public long Behind => Math.Max(0, (Head ?? Position) - Position);

        public static string IdOf(string follower, string source) => $"{follower}-follows-{source}";
    }

    public IReadOnlyList<FollowedLog> Feeds { get; private set; } = [];

    /// <summary>The services that do not answer.</summary>
    public IReadOnlyList<string> Silent { get; private set; } = [];

    public Problem? Problem { get; private set; }

    /// <summary>The feed that has the problem, and the reason typed there.</summary>
    public (string Feed, string Reason) Typed { get; private set; } = ("", "");

    public Task OnGetAsync(CancellationToken cancel) => Load(cancel);

    public Task<IActionResult> OnPostRetryAsync(string follower, string source, long seq, string key, CancellationToken cancel) => Decide(
        follower,
        source,
        key,
        "",
        texts["operations.retrying"],
        client => client.RetryEvent(new RetryEventRequest(source, seq), key, cancel),
        cancel);

    public Task<IActionResult> OnPostSkipAsync(string follower, string source, long seq, string? reason, string key, CancellationToken cancel) => Decide(
        follower,
        source,
        key,
        reason ?? "",
        texts["operations.skipped", ("seq", texts.Number(seq))],
        client => client.SkipEvent(new SkipEventRequest(source, seq, reason ?? ""), key, cancel),
        cancel);

    async Task<IActionResult> Decide(
        string follower, string source, string key, string reason, string done, Func<ServiceClient, Task<Reply<FeedEvent>>> decide, CancellationToken cancel)
    {
        if (services.Find(follower) is not { } client)
            return NotFound();
        var reply = await decide(client);
        if (reply.Succeeded)
        {
            Notices.Say(TempData, done);
            return Redirect("/operations");
        }

        Typed = (FollowedLog.IdOf(follower, source), reason);
        await Load(cancel);
        return this.Again(Problem = reply.Problem, key);
    }

    async Task Load(CancellationToken cancel)
    {
        // Heads first: an event that is recorded in between must not make a feed look behind.
        var heads = (await Task.WhenAll(services.All.Select(async client => (client.Service, Log: await client.GetLog(cancel)))))
            .ToDictionary(answer => answer.Service, answer => answer.Log.Body?.Head, StringComparer.Ordinal);
        var answers = await Task.WhenAll(services.All.Select(async client => (Follower: client.Service, Feeds: await client.ListFeeds(cancel))));
        Silent = [.. answers.Where(answer => !answer.Feeds.Succeeded).Select(answer => answer.Follower)];
        Feeds = await Task.WhenAll(answers.SelectMany(answer => answer.Feeds.Body ?? [], async (answer, feed) =>
        {
            var head = heads.GetValueOrDefault(feed.Source);
            return new FollowedLog(answer.Follower, feed.Source, feed.Position, head, head > feed.Position ? await Late(feed, cancel) : null, feed.Stall);
        }));
    }

    async Task<TimeSpan?> Late(FeedState feed, CancellationToken cancel)
    {
        if (services.Find(feed.Source) is not { } source)
            return null;
        var next = await source.ListEvents(new ListEventsQuery { Before = feed.Position + 2, Limit = 1 }, cancel);
        return next.Body?.Events is [var first, ..] && first.Seq == feed.Position + 1 ? clock.GetUtcNow() - first.At : null;
    }
}
