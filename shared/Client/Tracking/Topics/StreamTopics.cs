using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;

namespace Logistics.Client.Tracking;

/// <summary>What changed.</summary>
/// <param name="Topics">
/// <c>donation/D-2020-0001</c>, <c>consignment/…</c>, <c>parcel/…</c>, <c>recipient/13</c> and names of services; null if anything may have changed.
/// </param>
public sealed record TopicsChanged(IReadOnlyList<string>? Topics)
{
    /// <summary>Names of the server-sent events: the stream is open, topics changed, anything may have changed.</summary>
    public const string Opened = "open";
    public const string Changed = "changed";
    public const string Anything = "anything";
}

public static partial class TrackingRoutes
{
    /// <summary>Server-sent events, each with the topics that changed, separated by a space.</summary>
    public static readonly FileRoute<NoQuery> StreamTopics = new(Service, "/topics", ["text/event-stream"]);
}

public sealed partial class TrackingClient
{
    /// <summary>Tells what changes, until the caller goes or Tracking stops. The first item tells that anything may have changed before.</summary>
    /// <exception cref="HttpRequestException">Tracking cannot be reached or refused.</exception>
    /// <exception cref="IOException">The connection was lost.</exception>
    public async IAsyncEnumerable<TopicsChanged> StreamTopics([EnumeratorCancellation] CancellationToken cancel)
    {
        var route = TrackingRoutes.StreamTopics;
        using var response = await Calls.Open(route, route.At(), new NoQuery(), cancel);
        await using var stream = await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(cancel);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancel))
            yield return new TopicsChanged(item.EventType == TopicsChanged.Changed ? item.Data.Split(' ') : null);
    }
}
