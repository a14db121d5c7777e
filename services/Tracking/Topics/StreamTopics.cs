using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Logistics.Client.Tracking;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Microsoft.AspNetCore.Http;

namespace Logistics.Tracking.Topics;

/// <summary>Streams changed topics to the portal, which forwards to each viewer those that the viewer may hear of.</summary>
static class StreamTopics
{
    public static void Map(ServiceDefinition tracking, Subscriptions subscriptions) =>
        tracking.Get(TrackingRoutes.StreamTopics, (_, _) => TypedResults.ServerSentEvents(Events(subscriptions)), Roles.Oversight);

    /// <summary>Sends an initial event so that no proxy delays the start of the stream.</summary>
    static async IAsyncEnumerable<SseItem<string>> Events(Subscriptions subscriptions, [EnumeratorCancellation] CancellationToken gone = default)
    {
        var opened = false;
        await foreach (var changed in subscriptions.Listen(gone))
        {
            yield return changed.Topics is { } topics
                ? new SseItem<string>(string.Join(' ', topics), TopicsChanged.Changed)
                : new SseItem<string>("", opened ? TopicsChanged.Anything : TopicsChanged.Opened);
            opened = true;
        }
    }
}
