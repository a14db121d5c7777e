using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Logistics.AllInOne;
using Logistics.Portal.Accounts;
using Logistics.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Logistics.Operations.Tests;

/// <summary>The alerts and the dashboard under <c>deploy/telemetry</c>, held against what the programs measure.</summary>
public sealed partial class TelemetryFilesTests
{
    static readonly string Folder = Path.Combine(SourceTree.Root, "deploy", "telemetry");

    [Theory]
    [InlineData("rules.yml")]
    [InlineData("dashboard.json")]
    public async Task Every_metric_that_a_file_names_is_measured(string file)
    {
        var measured = await Measured();

        var named = Metric().Matches(await File.ReadAllTextAsync(Path.Combine(Folder, file))).Select(match => match.Value).Distinct(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(measured, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_metric_of_ours_is_on_the_dashboard_and_in_the_README()
    {
        var ours = (await Instruments()).Select(instrument => instrument.Name).Where(name => name.StartsWith("logistics.", StringComparison.Ordinal)).ToList();
        var dashboard = await File.ReadAllTextAsync(Path.Combine(Folder, "dashboard.json"));
        var readme = await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, "deploy", "README.md"));

        Assert.All(ours, name => Assert.Contains(name.Replace('.', '_'), dashboard, StringComparison.Ordinal));
        Assert.All(ours, name => Assert.Contains($"`{name}`", readme, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_alert_has_its_place_in_the_README()
    {
        var alerts = Alert().Matches(await File.ReadAllTextAsync(Path.Combine(Folder, "rules.yml"))).Select(match => match.Groups[1].Value).ToList();
        var readme = await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, "deploy", "README.md"));

        Assert.NotEmpty(alerts);
        Assert.All(alerts, alert => Assert.Matches($@"\| (\w+, )*{alert}(, \w+)* \|", readme));
    }

    [Fact]
    public async Task Prometheus_accepts_the_rules()
    {
        var read = await Tool.RunOrSkip("promtool", "check", "rules", Path.Combine(Folder, "rules.yml"));

        Assert.True(read.Status == 0, read.Output + read.Errors);
    }

    [Fact]
    public void The_dashboard_names_every_query_of_a_panel_differently()
    {
        var panels = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "dashboard.json")))!["panels"]!.AsArray();

        Assert.All(panels, panel =>
        {
            var names = panel!["targets"]!.AsArray().Select(target => (string)target!["refId"]!).ToList();
            Assert.Equal(names.Distinct(StringComparer.Ordinal), names);
        });
        Assert.Equal(panels.Select(panel => (int)panel!["id"]!).Distinct(), panels.Select(panel => (int)panel!["id"]!));
    }

    static async Task<List<Instrument>> Instruments()
    {
        using var meters = new Meters();
        // With a broker that is not there, since what is measured of it is measured only where there is to be one.
        using var data = new TemporaryFolder();
        await using var host = await RunningHost.StartOn(data, new Uri("amqp://127.0.0.1:1"), AllServices.Define());
        // As the first sign-in does.
        host.Services.GetRequiredService<AccountStore>();
        await Eventually.Holds(() => Task.FromResult(meters.Instruments.Any(instrument => instrument.Name == "logistics.broker.dead_letters")), "the watch of the broker");
        return [.. meters.Instruments];
    }

    /// <summary>By the names that the collector's exporter gives them (OpenTelemetry, Prometheus and OpenMetrics compatibility).</summary>
    static async Task<HashSet<string>> Measured() => (await Instruments()).SelectMany(instrument =>
    {
        var name = instrument.Name.Replace('.', '_') + instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        return instrument.GetType().Name switch
        {
            "Histogram`1" => [name + "_bucket", name + "_count", name + "_sum"],
            "Counter`1" => [name + "_total"],
            _ => (string[])[name],
        };
    }).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\b(logistics|http_server)_[a-z_]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Metric();

    [GeneratedRegex(@"- alert: (\w+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Alert();
}
