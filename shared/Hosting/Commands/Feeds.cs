using System.Diagnostics.Metrics;
using Dapper;
using Logistics.EventLog;
using Logistics.Hosting.Access;
using Logistics.Hosting.Refusals;
using Microsoft.Extensions.DependencyInjection;

namespace Logistics.Hosting.Commands;

/// <summary>What every service shows of the logs that it follows, and the decisions that a person takes there.</summary>
static class Feeds
{
    public sealed record Row
    {
        public required string Source { get; init; }

        /// <summary>Sequence number of the last event applied.</summary>
        public required long Position { get; init; }

        /// <summary>Present while the feed stands still before an event that it cannot apply.</summary>
        public Stall? Stall { get; init; }
    }

    public sealed record Stall
    {
        public required string Source { get; init; }

        public required long Seq { get; init; }

        public required string Type { get; init; }

        public required string Body { get; init; }

        public required string Error { get; init; }

        public required int Attempts { get; init; }

        public required DateTimeOffset Since { get; init; }
    }

    public sealed record Skip(string Source, long Seq, string Reason);

    public sealed record Retry(string Source, long Seq);

    public static void Map(ServiceDefinition service, IServiceProvider provider) => service
        .Get("/feeds", query => List(service, query), Role.Coordinator, Role.Auditor, Role.Admin)
        .Post<Retry>("/feeds/retries", (request, command) => Carry(request, command, service, provider), Role.Admin)
        .Post<Skip>("/feeds/skips", (request, command) => Carry(request, command, service, provider), Role.Admin)
        .Measure("logistics.feed.stalls", "{attempt}", "Attempts at an event that a feed cannot apply.", (connection, _) => connection
            .Query<(string Source, long Attempts)>("select source, attempts from stall")
            .Select(stall => new Measurement<long>(stall.Attempts, new KeyValuePair<string, object?>("service", service.Name), new("source", stall.Source))));

    static Row[] List(ServiceDefinition service, Query query)
    {
        var positions = query.Rows<(string Source, long Seq)>("select source, seq from position").ToDictionary(row => row.Source, row => row.Seq, StringComparer.Ordinal);
        var stalls = query.Rows<Stall>("select source, seq, type, body, error, attempts, since from stall").ToDictionary(row => row.Source, StringComparer.Ordinal);
        return [.. service.Sources.Select(source => new Row { Source = source, Position = positions.GetValueOrDefault(source), Stall = stalls.GetValueOrDefault(source) })];
    }

    static Answer Carry(Retry request, Command command, ServiceDefinition service, IServiceProvider provider) =>
        Find(request.Source, service, provider)?.Retry(command.Session, request.Seq) == true
            ? Answer.Ok(request)
            : new Refusal("feed-not-stalled", ("source", request.Source), ("seq", request.Seq));

    static Answer Carry(Skip request, Command command, ServiceDefinition service, IServiceProvider provider)
    {
        if (request.Reason.Length == 0)
            return new Refusal("reason-required", ("field", "reason"));
        return Find(request.Source, service, provider)?.Skip(command.Session, request.Seq, request.Reason) == true
            ? Answer.Ok(request)
            : new Refusal("feed-not-stalled", ("source", request.Source), ("seq", request.Seq));
    }

    static Feed? Find(string source, ServiceDefinition service, IServiceProvider provider) =>
        service.Sources.Contains(source, StringComparer.Ordinal) ? provider.GetRequiredKeyedService<Feed>(Topology.QueueOf(service.Name, source)) : null;
}
