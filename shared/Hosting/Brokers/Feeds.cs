using System.Diagnostics.Metrics;
using Dapper;
using Logistics.Client;
using Logistics.EventLog;
using Logistics.Hosting.Access;
using Logistics.Hosting.Brokers;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;

namespace Logistics.Hosting.Brokers;

/// <summary>Routes of every service that show the state of its feeds and let an operator retry or skip a stalled event.</summary>
static class Feeds
{
    public static void Map(ServiceDefinition service, IServiceProvider provider) => service
        .Get(ServiceRoutes.ListFeeds(service.Name), (_, query) => List(service, query), Roles.Hub)
        .Post(ServiceRoutes.RetryEvent(service.Name), (request, command) => Retry(request, command, service, provider), Role.Admin)
        .Post(ServiceRoutes.SkipEvent(service.Name), (request, command) => Skip(request, command, service, provider), Role.Admin)
        .Measure("logistics.feed.stalls", "{attempt}", "Attempts at an event that a feed cannot apply.", (connection, _) => connection
            .Query<(string Source, long Attempts)>("select source, max(attempts) from (select source, attempts from stall union all select source, attempts from filling_stall) stalls group by source")
            .Select(stall => new Measurement<long>(stall.Attempts, new KeyValuePair<string, object?>("service", service.Name), new("source", stall.Source))));

    static IReadOnlyList<FeedState> List(ServiceDefinition service, Query query)
    {
        var positions = query.Rows<(string Source, long Seq)>("select source, seq from position").ToDictionary(row => row.Source, row => row.Seq, StringComparer.Ordinal);
        var filling = query.Find<long>("select filling from generation") > 0;
        var filled = query.Rows<(string Source, long Seq)>("select source, seq from filling_position").ToDictionary(row => row.Source, row => row.Seq, StringComparer.Ordinal);
        var stalls = query.Rows<FeedStall>("select source, seq, type, body, error, attempts, since from stall")
            .Concat(query.Rows<FeedStall>("select source, seq, type, body, error, attempts, since from filling_stall"))
            .DistinctBy(stall => stall.Source, StringComparer.Ordinal)
            .ToDictionary(stall => stall.Source, StringComparer.Ordinal);
        return
        [
            .. service.Sources.Select(source => new FeedState
            {
                Source = source,
                Position = positions.GetValueOrDefault(source),
                Filled = filling ? filled.GetValueOrDefault(source) : null,
                Stall = stalls.GetValueOrDefault(source),
            }),
        ];
    }

    static Answer<FeedEvent> Retry(RetryEventRequest request, Command command, ServiceDefinition service, IServiceProvider provider) =>
        Find(request.Source, service, provider).Any(feed => feed.Retry(command.Session, request.Seq))
            ? Answer.Ok(new FeedEvent(request.Source, request.Seq))
            : new Refusal("feed-not-stalled", ("source", request.Source), ("seq", request.Seq));

    static Answer<FeedEvent> Skip(SkipEventRequest request, Command command, ServiceDefinition service, IServiceProvider provider)
    {
        if (Check.Reason("reason", request.Reason) is { } wrong)
            return wrong;
        return Find(request.Source, service, provider).Any(feed => feed.Skip(command.Session, request.Seq, request.Reason))
            ? Answer.Ok(new FeedEvent(request.Source, request.Seq))
            : new Refusal("feed-not-stalled", ("source", request.Source), ("seq", request.Seq));
    }

    static IReadOnlyList<Feed> Find(string source, ServiceDefinition service, IServiceProvider provider) =>
        service.Sources.Contains(source, StringComparer.Ordinal) ? Broker.FeedsOf(provider, service, source) : [];
}
