using System.Globalization;
using System.Text.RegularExpressions;
using Logistics.Contracts.Languages;
using Logistics.Hosting.Refusals;
using Logistics.Portal.Web;
using Logistics.Testing;

namespace Logistics.Portal.Tests.Web;

/// <summary>No text says “1 cartons”, and none says “2 carton”.</summary>
public sealed partial class PluralTests
{
    static readonly RefusalTexts Refusals = new(
        typeof(Intake.IntakeSlices).Assembly, typeof(Shipment.ShipmentSlices).Assembly, typeof(Distribution.DistributionSlices).Assembly,
        typeof(Tracking.TrackingSlices).Assembly, typeof(PortalSlices).Assembly);

    /// <summary>Texts whose number is a limit, negative or too great, and so never one.</summary>
    static readonly string[] NeverOne =
    [
        "association.fault.institution-code", "operations.whole-text",
        "allocation-fixed-negative", "allocation-given-negative", "allocation-too-many-pieces", "parcel-photos-many", "plan-too-large", "receipt-too-long", "row-too-wide",
        "weights-count",
    ];

    public static TheoryData<string> Counted => new(Texts.Entries.Where(entry => entry.Value["en"].Counted is not null).Select(entry => entry.Key));

    [Theory]
    [MemberData(nameof(Counted))]
    public void A_counted_text_has_a_form_for_one_and_a_form_for_two(string key)
    {
        var (one, two) = (Say(key, 1), Say(key, 2));

        Assert.DoesNotMatch(OneOfMany(), one);
        Assert.NotEqual(one.Replace("1", "2", StringComparison.Ordinal), two);

        string Say(string counted, long number) => new Texts("en").Fill(counted, name => name == Texts.Entries[counted]["en"].Counted ? number.ToString(CultureInfo.InvariantCulture) : "X");
    }

    [Fact]
    public void No_text_counts_one_thing_as_many()
    {
        var texts = new Texts("en");
        var said = Texts.Entries.Keys.Select(key => (Key: key, Text: texts.Fill(key, _ => "1")))
            .Concat(Refusals.Codes.Select(code => (Key: code, Text: Refusals.Text(code, "en", [.. Facts()]))));

        Assert.Equal("", string.Join('\n', said.Where(text => !NeverOne.Contains(text.Key, StringComparer.Ordinal) && OneOfMany().IsMatch(text.Text)).Select(text => $"{text.Key}: {text.Text}")));
    }

    [Fact]
    public void Japanese_and_Chinese_have_one_form() => Assert.All(
        Texts.Entries.Values,
        text => Assert.All(["ja", "zh-Hans"], language => Assert.Single(text[language].Forms)));

    [Theory]
    [InlineData(0, "0 cartons")]
    [InlineData(1, "1 carton")]
    [InlineData(2, "2 cartons")]
    [InlineData(1001, "1,001 cartons")]
    public void Cartons_are_counted(long cartons, string said) => Assert.Equal(said, new Texts("en").Cartons(cartons));

    static IEnumerable<(string Name, object? Value)> Facts() => RefusalFiles()
        .SelectMany(text => Wording.Placeholder().Matches(text).Select(match => match.Groups[1].Value))
        .Distinct(StringComparer.Ordinal)
        .Select(name => (name, name == "unit" ? (object?)"pieces" : 1));

    static IEnumerable<string> RefusalFiles() =>
        new[] { "services", "shared" }.SelectMany(part => SourceTree.Files(part, "Refusals.json")).Select(SourceTree.Read);

    [GeneratedRegex(
        @"(?<!than |first |to )\b1 (\w+ )?(bytes|cartons|cases|cells|days|digits|discrepancies|events|faults|feeds|flights|lines|messages|numbers|parcels|pictures|pieces|recipients|rows|rules|scans|times)\b",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex OneOfMany();
}
