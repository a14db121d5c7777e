using System.Text.RegularExpressions;
using Logistics.Hosting.Refusals;

namespace Logistics.Shipment.Tests;

public sealed partial class RefusalTextTests
{
    [Fact]
    public void Every_text_names_the_same_facts_in_all_languages()
    {
        var texts = new RefusalTexts(typeof(ShipmentSlices).Assembly);

        foreach (var code in texts.Codes)
        {
            Assert.InRange(texts.StatusOf(code), 400, 503);
            var facts = Languages.All.Select(language => Facts(texts, code, language)).ToList();
            Assert.All(facts, one => Assert.Equal(facts[0], one));
        }
    }

    static IReadOnlyList<string> Facts(RefusalTexts texts, string code, string language) =>
        [.. Names.Where(name => texts.Text(code, language, [(name, Mark)]).Contains(Mark, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    const string Mark = "\u2603";

    static readonly IReadOnlyList<string> Names =
    [
        .. Placeholder().Matches(new StreamReader(typeof(ShipmentSlices).Assembly.GetManifestResourceStream("Refusals.json")!).ReadToEnd())
            .Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal),
    ];

    [GeneratedRegex(@"\{([a-zA-Z]+)\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
