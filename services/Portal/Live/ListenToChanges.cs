using Logistics.Portal.Viewers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Logistics.Portal.Live;

/// <summary><c>GET /live?about=topic&amp;about=topic</c>: server-sent events, each the topic that has changed.</summary>
public static class ListenToChanges
{
    const int MostTopics = 20;

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/live", Listen).ExcludeFromDescription();

    static IResult Listen(string[] about, Viewer viewer, Changes changes, IHostApplicationLifetime program, CancellationToken gone)
    {
        var topics = about.Take(MostTopics).Where(topic => Topics.MayHear(viewer, topic)).ToHashSet(StringComparer.Ordinal);
        var either = CancellationTokenSource.CreateLinkedTokenSource(gone, program.ApplicationStopping);
        return topics.Count == 0 ? Results.NoContent() : TypedResults.ServerSentEvents(changes.Listen(topics, either.Token), eventType: "changed");
    }
}
