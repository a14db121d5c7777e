using System.Diagnostics.Metrics;
using Logistics.EventLog;
using Logistics.EventLog.Transport;
using Logistics.Hosting.Access;
using Logistics.Portal.Users.Records;
using Logistics.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;

namespace Logistics.Operations.Tests;

/// <summary>A metric of the programs by the name that the collector's exporter gives it (OpenTelemetry, Prometheus and OpenMetrics compatibility).</summary>
/// <param name="Name">For example <c>logistics_log_batch_size_bucket</c>.</param>
/// <param name="Labels">Those of its measurements and <c>le</c> of a bucket, in addition to <see cref="OfEveryMetric"/>.</param>
/// <param name="IsCumulative">Whether it is what one process has counted since its start.</param>
/// <param name="Instrument">The one that measures it.</param>
sealed record ExportedMetric(string Name, IReadOnlyList<string> Labels, bool IsCumulative, Instrument Instrument)
{
    /// <summary>Made of <c>service.name</c> and <c>service.instance.id</c> of a program, or Prometheus's own for what it watches itself.</summary>
    public static readonly string[] OfEveryMetric = ["job", "instance"];

    static readonly Lazy<Task<List<ExportedMetric>>> Measured = new(Measure);

    public bool IsOurs => Instrument.Meter.Name == Measures.MeterName;

    /// <summary>Of a program of all services, after something of everything that it measures has happened.</summary>
    public static Task<List<ExportedMetric>> All() => Measured.Value;

    static async Task<List<ExportedMetric>> Measure()
    {
        using var meters = new Meters();
        await using var broker = await RabbitNode.Start();
        using var folder = new TemporaryFolder();
        await using var host = await OneProgram.Start(folder, broker);
        await host.Post(Role.Foundation, "/intake/donations", new { donor = "" });
        host.Services.GetRequiredService<UserStore>().Fail("", new LockoutOptions(), "unknown");
        await host.Log("tracking").Write(new Origin("test", "stall"), session => session.Execute(
            "insert into stall (source, seq, type, body, error, attempts, since) values ('intake', 1000, 't', '{}', 'It cannot.', 5, '2020-05-08T00:00:00+00:00')"));
        await DeclareDeadLetters(broker, Topology.QueueOf("tracking", "intake"));
        await Eventually.Holds(() => Task.FromResult(meters.Instruments.All(instrument => meters.TagsOf(instrument.Name) is not null)), "a measurement of everything");
        return [.. meters.Instruments.SelectMany(instrument => Export(instrument, meters.TagsOf(instrument.Name)!))];
    }

    /// <summary>As the bus does it when there is one.</summary>
    static async Task DeclareDeadLetters(RabbitNode broker, string queue)
    {
        await using var connection = await new ConnectionFactory { Uri = broker.Address }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.QueueDeclareAsync(queue + "_error", durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["x-queue-type"] = "quorum",
            ["x-single-active-consumer"] = true,
        });
    }

    static ExportedMetric[] Export(Instrument instrument, IReadOnlyList<string> tags)
    {
        var name = instrument.Name.Replace('.', '_') + instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        var labels = tags.Select(tag => tag.Replace('.', '_')).ToList();
        return instrument.GetType().Name switch
        {
            "Histogram`1" =>
            [
                new(name + "_bucket", [.. labels, "le"], true, instrument),
                new(name + "_count", labels, true, instrument),
                new(name + "_sum", labels, true, instrument),
            ],
            "Counter`1" => [new(name + "_total", labels, true, instrument)],
            _ => [new(name, labels, false, instrument)],
        };
    }
}
