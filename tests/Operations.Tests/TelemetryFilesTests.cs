using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Logistics.AllInOne;
using Logistics.Hosting.Refusals;
using Logistics.Testing;

namespace Logistics.Operations.Tests;

/// <summary>The alerts and the dashboard under <c>deploy/telemetry</c>, held against what the programs measure.</summary>
[Collection(nameof(Listening))]
public sealed partial class TelemetryFilesTests
{
    const string Rules = "deploy/telemetry/rules.yml";

    /// <summary>What a label can be, for those whose values stand in a query.</summary>
    static readonly Dictionary<string, IEnumerable<string>> Values = new(StringComparer.Ordinal)
    {
        ["service"] = AllServices.Define().Select(service => service.Name),
        ["code"] = new RefusalTexts(AllServices.Define().Select(service => service.Assembly)).Codes,
    };

    [Fact]
    public async Task Every_query_names_metrics_labels_and_values_that_the_programs_have()
    {
        var labels = (await ExportedMetric.All()).ToDictionary(metric => metric.Name, metric => metric.Labels.Concat(ExportedMetric.OfEveryMetric), StringComparer.Ordinal);

        Assert.All(Queries(), query =>
        {
            Assert.All(query.Selections(), selection =>
            {
                Assert.Contains(selection.Metric, labels.Keys);
                Assert.Empty(selection.By.Concat(selection.Where.Keys).Except(labels[selection.Metric], StringComparer.Ordinal));
                Assert.All(selection.Where, matcher => Assert.Contains(matcher.Value, Values[matcher.Key]));
            });
            Assert.Empty(query.Shown().Except(query.Labels(), StringComparer.Ordinal));
        });
    }

    /// <summary>What each process counts for itself is added up; a gauge is its look at what all of a service share, so another's is the same again.</summary>
    [Fact]
    public async Task Every_query_makes_one_figure_of_those_of_several_processes()
    {
        var cumulative = (await ExportedMetric.All()).ToDictionary(metric => metric.Name, metric => metric.IsCumulative, StringComparer.Ordinal);

        Assert.All(Queries().SelectMany(query => query.Selections()), selection =>
            Assert.Contains(selection.Function, cumulative[selection.Metric] ? ["sum rate"] : (string[])["max", "min", "absent"]));
    }

    [Fact]
    public async Task Every_metric_of_ours_is_on_the_dashboard()
    {
        var shown = Panels().SelectMany(query => query.Selections()).Select(selection => selection.Metric).ToHashSet(StringComparer.Ordinal);

        Assert.All((await ExportedMetric.All()).Where(metric => metric.IsOurs).GroupBy(metric => metric.Instrument.Name), names => Assert.Contains(names, metric => shown.Contains(metric.Name)));
    }

    [Fact]
    public async Task The_README_tells_of_every_metric_of_ours_with_its_labels()
    {
        var told =
            from line in SourceTree.Read("deploy/README.md").Split('\n')
            where line.StartsWith("| `logistics.", StringComparison.Ordinal)
            let cells = line.Split('|')
            from name in cells[1].Split(',')
            from label in cells[2].Split(',')
            select (name.Trim(' ', '`'), label.Trim());
        var measured =
            from metric in await ExportedMetric.All()
            where metric.IsOurs
            from label in metric.Labels.Where(label => label != "le").DefaultIfEmpty("")
            select (metric.Instrument.Name, label);

        Assert.Equal(measured.Distinct().Order(), told.Order());
    }

    [Fact]
    public void Every_alert_has_its_place_in_the_README()
    {
        var readme = SourceTree.Read("deploy/README.md");

        Assert.All(Alerts(), alert => Assert.Matches($@"\| (\w+, )*{alert.Name}(, \w+)* \|", readme));
    }

    [Fact]
    public async Task Prometheus_accepts_the_rules()
    {
        var read = await Tool.RunOrSkip("promtool", "check", "rules", Path.Combine(SourceTree.Root, Rules));

        Assert.True(read.Status == 0, read.Output + read.Errors);
    }

    [Fact]
    public void The_dashboard_names_every_query_of_a_panel_differently()
    {
        var panels = Dashboard()["panels"].Objects().ToList();

        Assert.All(panels, panel =>
        {
            var names = panel["targets"].Objects().Select(target => (string)target["refId"]!).ToList();
            Assert.Equal(names.Distinct(StringComparer.Ordinal), names);
        });
        Assert.Equal(panels.Select(panel => (int)panel["id"]!).Distinct(), panels.Select(panel => (int)panel["id"]!));
    }

    static JsonObject Dashboard() => JsonNode.Parse(SourceTree.Read("deploy/telemetry/dashboard.json"))!.AsObject();

    static IEnumerable<Query> Queries() => Alerts().Concat(Panels());

    static IEnumerable<Query> Alerts() =>
        from @group in Yaml.File(Rules)["groups"].Objects()
        from rule in @group["rules"].Objects()
        select new Query((string)rule["alert"]!, (string)rule["expr"]!, string.Concat(rule["annotations"]!.AsObject().Select(annotation => (string)annotation.Value!)));

    static IEnumerable<Query> Panels() =>
        from panel in Dashboard()["panels"].Objects()
        from target in panel["targets"].Objects()
        select new Query((string)panel["title"]!, (string)target["expr"]!, (string)target["legendFormat"]!);

    /// <param name="Name">Of the alert, or the title of the panel.</param>
    /// <param name="Expression">In PromQL.</param>
    /// <param name="Text">Shown with the result, whose labels stand in it in double braces.</param>
    sealed record Query(string Name, string Expression, string Text)
    {
        /// <exception cref="FormatException">A metric stands in it in another way than <see cref="Selected"/> reads.</exception>
        public List<Selection> Selections()
        {
            var selections = Selected().Matches(Expression).Select(match => new Selection(match)).ToList();
            return selections.Count == Metric().Count(Expression) ? selections : throw new FormatException($"{Name}: {Expression}");
        }

        /// <summary>Labels of the result; where it is of no metric of the programs, those of what Prometheus watches itself.</summary>
        public IEnumerable<string> Labels() => Selections() is { Count: > 0 } selections
            ? selections.SelectMany(selection => selection.By.Concat(selection.Where.Keys)).Where(label => label != "le")
            : ExportedMetric.OfEveryMetric;

        public IEnumerable<string> Shown() => Label().Matches(Text).Select(match => match.Groups["label"].Value);
    }

    /// <summary>All series of a metric where labels have values, made one for each value of other labels.</summary>
    sealed record Selection(string Function, IReadOnlyList<string> By, string Metric, IReadOnlyDictionary<string, string> Where)
    {
        public Selection(Match match) : this(
            match.Groups["function"].Value + (match.Groups["rate"].Success ? " rate" : ""),
            match.Groups["by"].Value.Split(", ", StringSplitOptions.RemoveEmptyEntries),
            match.Groups["metric"].Value,
            Matcher().Matches(match.Groups["where"].Value).ToDictionary(matcher => matcher.Groups["label"].Value, matcher => matcher.Groups["value"].Value, StringComparer.Ordinal))
        {
        }
    }

    [GeneratedRegex(@"\b(logistics|http_server)_[a-z_]+", RegexOptions.NonBacktracking)]
    private static partial Regex Metric();

    [GeneratedRegex(
        """(?<function>[a-z]+)( by \((?<by>[a-z_, ]+)\) )?\((?<rate>rate\()?(?<metric>(logistics|http_server)_[a-z_]+)(\{(?<where>[a-z_]+="[^"]*"(, [a-z_]+="[^"]*")*)\})?(\[[0-9]+m\]\))?\)""",
        RegexOptions.NonBacktracking)]
    private static partial Regex Selected();

    [GeneratedRegex(@"(?<label>[a-z_]+)=""(?<value>[^""]*)""", RegexOptions.NonBacktracking)]
    private static partial Regex Matcher();

    [GeneratedRegex(@"\{\{ *(\$labels\.)?(?<label>[a-z_]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Label();
}
