using System.Net.ServerSentEvents;
using Logistics.Portal.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Logistics.Portal.Live;

/// <summary><c>GET /live?about=topic&amp;about=topic</c>: server-sent events, each the topic that has changed.</summary>
public static class ListenToChanges
{
    const int MaxTopics = 20;

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/live", Listen).ExcludeFromDescription();

    static IResult Listen(string[] about, Viewer viewer, Changes changes, IHostApplicationLifetime program, CancellationToken gone)
    {
        var topics = about.Take(MaxTopics).Where(topic => Topics.MayHear(viewer, topic)).ToHashSet(StringComparer.Ordinal);
        var either = CancellationTokenSource.CreateLinkedTokenSource(gone, program.ApplicationStopping);
        return topics.Count == 0 ? Results.NoContent() : TypedResults.ServerSentEvents(Events(changes.Listen(topics, either.Token)));
    }

    /// <summary>Sends an initial event so that no proxy delays the start of the stream.</summary>
    static async IAsyncEnumerable<SseItem<string>> Events(IAsyncEnumerable<string> changed)
    {
        yield return new SseItem<string>("", "open");
        await foreach (var topic in changed)
            yield return new SseItem<string>(topic, "changed");
    }
}
