namespace Logistics.Client;

/// <summary>How far a service has come in the log of another.</summary>
public sealed record FeedState
{
    /// <summary>The service that owns the log.</summary>
    public required string Source { get; init; }

    /// <summary>Sequence number of the last event applied.</summary>
    public required long Position { get; init; }

    /// <summary>Sequence number of the last event of the tables that are being filled a second time; null while none are.</summary>
    public long? Filled { get; init; }

    /// <summary>The event at which the feed is stalled; null while it runs.</summary>
    public FeedStall? Stall { get; init; }
}

/// <summary>An event that a feed cannot apply.</summary>
public sealed record FeedStall
{
    public required string Source { get; init; }

    public required long Seq { get; init; }

    public required string Type { get; init; }

    /// <summary>The event as it is stored, JSON.</summary>
    public required string Body { get; init; }

    public required string Error { get; init; }

    public required int Attempts { get; init; }

    public required DateTimeOffset Since { get; init; }
}

/// <summary>Asks to apply an event again at once.</summary>
public sealed record RetryEventRequest(string Source, long Seq);

/// <summary>Asks to go on without an event.</summary>
/// <param name="Source">The service that owns the log.</param>
/// <param name="Seq">The event at which the feed is stalled.</param>
/// <param name="Reason">Why; recorded with the name of the person.</param>
public sealed record SkipEventRequest(string Source, long Seq, string Reason);

/// <summary>The event that was retried or skipped.</summary>
public sealed record FeedEvent(string Source, long Seq);

/// <summary>Routes that every service has.</summary>
public static partial class ServiceRoutes
{
    public static QueryRoute<NoQuery, IReadOnlyList<FeedState>> ListFeeds(string service) => new(service, "/feeds");

    public static CommandRoute<RetryEventRequest, FeedEvent> RetryEvent(string service) => new(service, "/feeds/retries");

    public static CommandRoute<SkipEventRequest, FeedEvent> SkipEvent(string service) => new(service, "/feeds/skips");
}

public abstract partial class ServiceClient
{
    /// <summary>Lists the logs that the service follows.</summary>
    public Task<Reply<IReadOnlyList<FeedState>>> ListFeeds(CancellationToken cancel = default)
    {
        var route = ServiceRoutes.ListFeeds(Service);
        return Calls.Ask(route, route.At(), new NoQuery(), cancel);
    }

    /// <summary>Applies the event at which a feed is stalled again, without waiting for the next attempt.</summary>
    public Task<Reply<FeedEvent>> RetryEvent(RetryEventRequest request, string key, CancellationToken cancel = default)
    {
        var route = ServiceRoutes.RetryEvent(Service);
        return Calls.Send(route, route.At(), request, key, cancel);
    }

    /// <summary>Goes on without the event at which a feed is stalled.</summary>
    public Task<Reply<FeedEvent>> SkipEvent(SkipEventRequest request, string key, CancellationToken cancel = default)
    {
        var route = ServiceRoutes.SkipEvent(Service);
        return Calls.Send(route, route.At(), request, key, cancel);
    }
}
