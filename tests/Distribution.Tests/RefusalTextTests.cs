using System.Text.Json;
using System.Text.RegularExpressions;

namespace Logistics.Distribution.Tests;

/// <summary>Every code that the service names has a text in three languages, with the same facts in each.</summary>
public sealed partial class RefusalTextTests
{
    static readonly Dictionary<string, Dictionary<string, string>> Texts = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(
        typeof(DistributionSlices).Assembly.GetManifestResourceStream("Logistics.Distribution.Refusals.json")!)!;

    [Fact]
    public void Every_text_names_the_same_facts_in_every_language() => Assert.All(Texts, text =>
    {
        Assert.Equal(["en", "ja", "status", "zh-Hans"], text.Value.Keys.Order(StringComparer.Ordinal));
        var facts = text.Value.Where(entry => entry.Key != "status").Select(entry => string.Join(' ', Fact().Matches(entry.Value).Select(match => match.Value).Order(StringComparer.Ordinal)));
        Assert.Single(facts.Distinct(StringComparer.Ordinal));
    });

    [GeneratedRegex(@"\{[a-zA-Z]+\}", RegexOptions.None, 1000)]
    private static partial Regex Fact();
}
