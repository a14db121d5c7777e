using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Logistics.EventLog;

/// <summary>
/// The metrics of a running service, on the meter <see cref="MeterName"/>; <c>deploy/README.md</c> lists them. Recording is almost free;
/// only a listener adds cost.
/// </summary>
public sealed class Measures : IDisposable
{
    public const string MeterName = "Logistics";

    readonly Meter meter = new(MeterName);
    readonly ConcurrentDictionary<string, Feed> feeds = new(StringComparer.Ordinal);
    readonly KeyValuePair<string, object?> service;
    readonly Log log;
    readonly Histogram<int> batchSize;
    readonly Histogram<double> batchDuration;
    readonly Histogram<double> commandDuration;
    readonly Counter<long> refusals;
    long relayed = -1;
    long relayingSince;

    internal Measures(Log log)
    {
        service = new("service", log.Source);
        this.log = log;
        batchSize = meter.CreateHistogram<int>("logistics.log.batch.size", "{work}", "Commands and segments that were committed together.");
        batchDuration = meter.CreateHistogram<double>("logistics.log.batch.duration", "s", "From the beginning of a transaction until it was durable.");
        commandDuration = meter.CreateHistogram<double>("logistics.command.duration", "s", "From a command to its answer.");
        refusals = meter.CreateCounter<long>("logistics.command.refusals", "{refusal}", "Commands that were refused, by the code of the refusal.");
        meter.CreateObservableGauge("logistics.log.head", () => new Measurement<long>(log.Head, service), "{event}", "Events in the log.");
        meter.CreateObservableGauge(
            "logistics.relay.lag",
            () => Volatile.Read(ref relayed) < 0 ? (Measurement<long>[])[] : [new Measurement<long>(RelayBehind, service)],
            "{event}",
            "Events that are in the log and not published.");
        meter.CreateObservableGauge(
            "logistics.relay.wait", () => new Measurement<double>(RelayWaits.TotalSeconds, service), "s", "For how long the broker has taken nothing of what the relay sends; 0 while it does.");
        meter.CreateObservableGauge("logistics.feed.lag", () => Heard().Select(feed => new Measurement<long>(feed.Behind, Of(feed))), "{event}", "Events that are known of and not applied.");
        meter.CreateObservableGauge(
            "logistics.feed.lag.duration", () => Heard().Select(feed => new Measurement<double>(feed.Late.TotalSeconds, Of(feed))), "s", "For how long a feed has been behind.");
        meter.CreateObservableGauge("logistics.feed.ahead", () => Heard().Select(feed => new Measurement<long>(feed.Ahead, Of(feed))), "{event}", "Events that are applied and that the followed log has lost.");
        meter.CreateObservableGauge(
            "logistics.feed.silence", () => feeds.Values.Select(feed => new Measurement<double>(feed.Silent.TotalSeconds, Of(feed))), "s", "Since the followed log was last heard of; each says once a second that it is there.");
    }

    /// <summary>Gets the number of events in the log that have not been published.</summary>
    public long RelayBehind => Math.Max(0, log.Head - Volatile.Read(ref relayed));

    /// <summary>Gets how long the broker has accepted none of the relay's messages; zero while it accepts them.</summary>
    public TimeSpan RelayWaits => Volatile.Read(ref relayingSince) is > 0 and var since ? TimeSpan.FromTicks(log.Clock.GetUtcNow().UtcTicks - since) : TimeSpan.Zero;

    public void Dispose() => meter.Dispose();

    /// <summary>Creates a gauge that is observed only while somebody listens.</summary>
    /// <param name="name">For example <c>logistics.pieces</c>.</param>
    /// <param name="unit">A UCUM unit; an annotation in braces for things counted.</param>
    /// <param name="description">One sentence that describes the gauge.</param>
    /// <param name="observe">Returns the measurements. If it throws, the measurement is omitted.</param>
    /// <returns>The instrument, which shows whether anybody listens.</returns>
    public Instrument Gauge(string name, string unit, string description, Func<IEnumerable<Measurement<long>>> observe) =>
        meter.CreateObservableGauge(name, observe, unit, description);

    /// <param name="name">For example <c>logistics.sign_in.failures</c>.</param>
    /// <param name="unit">A UCUM unit; an annotation in braces for things counted.</param>
    /// <param name="description">One sentence that describes the counter.</param>
    public Counter<long> Counter(string name, string unit, string description) => meter.CreateCounter<long>(name, unit, description);

    /// <param name="route">Pattern of the route.</param>
    /// <param name="refusal">Code of the refusal, or null if the command was carried out.</param>
    /// <param name="took">Time from the request to the answer.</param>
    public void Command(string route, string? refusal, TimeSpan took)
    {
        commandDuration.Record(took.TotalSeconds, service, new("route", route), new("outcome", refusal is null ? "accepted" : "refused"));
        if (refusal is not null)
            refusals.Add(1, service, new("code", refusal));
    }

    internal void Batch(int size, TimeSpan took)
    {
        batchSize.Record(size, service);
        batchDuration.Record(took.TotalSeconds, service);
    }

    /// <summary>Records that the relay starts or retries a send.</summary>
    internal void Relaying() => Interlocked.CompareExchange(ref relayingSince, log.Clock.GetUtcNow().UtcTicks, 0);

    internal void Relayed(long seq)
    {
        Volatile.Write(ref relayingSince, 0);
        Volatile.Write(ref relayed, seq);
    }

    IEnumerable<Feed> Heard() => feeds.Values.Where(feed => feed.IsHeard);

    internal void Follow(Feed feed) => feeds[feed.Source] = feed;

    KeyValuePair<string, object?>[] Of(Feed feed) => [service, new("source", feed.Source)];
}
