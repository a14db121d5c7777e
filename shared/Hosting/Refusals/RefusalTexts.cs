using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Logistics.Contracts;
using Logistics.Contracts.Codes;

namespace Logistics.Hosting.Refusals;

/// <summary>The status and texts of every refusal, from the <c>Refusals.json</c> embedded in each service.</summary>
public sealed partial class RefusalTexts
{
    const int MaxQuoted = 100;

    readonly Dictionary<string, Dictionary<string, string>> texts = new(StringComparer.Ordinal);

    public RefusalTexts(params IEnumerable<Assembly> assemblies)
    {
        foreach (var assembly in assemblies.Append(typeof(RefusalTexts).Assembly).Distinct())
        {
            using var stream = assembly.GetManifestResourceStream(assembly.GetName().Name + ".Refusals.json");
            if (stream is null)
                continue;
            foreach (var (code, entry) in JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(stream)!)
                texts.Add(code, entry);
        }
    }

    public IEnumerable<string> Codes => texts.Keys;

    public int StatusOf(string code) => int.Parse(Entry(code)["status"], CultureInfo.InvariantCulture);

    /// <summary>Returns the text of a refusal in a language, with its facts inserted.</summary>
    public string Text(string code, string language, IEnumerable<(string Name, object? Value)> facts)
    {
        var values = facts.ToDictionary(fact => fact.Name, fact => fact.Value, StringComparer.Ordinal);
        var culture = Languages.Culture(language);
        return Placeholder().Replace(Entry(code)[language], match => match.Groups[1].Value is "field" or "needs" && values.GetValueOrDefault(match.Groups[1].Value) is string path
            ? FieldWords.In(Short(path), language)
            : Show(values.GetValueOrDefault(match.Groups[1].Value), language, culture));
    }

    /// <summary>Truncates long input that is quoted.</summary>
    internal static string Short(string text) => text.Length <= MaxQuoted ? text : text[..MaxQuoted] + "…";

    static string Show(object? value, string language, CultureInfo culture) => value switch
    {
        null => "–",
        int or long => ((IFormattable)value).ToString("N0", culture),
        decimal whole when decimal.IsInteger(whole) => whole.ToString("N0", culture),
        string text => Short(text),
        Worded words => words.In(language),
        ProductCode product => ProductWords.Name(product).In(language),
        Enum member => StateWords.Of(JsonNamingPolicy.KebabCaseLower.ConvertName(member.ToString())).In(language),
        DateTimeOffset instant => instant.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture),
        System.Collections.IEnumerable many => string.Join(Languages.Comma(culture), many.Cast<object?>().Select(one => Show(one, language, culture))),
        IFormattable other => other.ToString(null, culture),
        _ => value.ToString()!,
    };

    Dictionary<string, string> Entry(string code) =>
        texts.TryGetValue(code, out var entry) ? entry : throw new InvalidOperationException($"No text for the refusal '{code}'.");

    [GeneratedRegex(@"\{([a-zA-Z]+)\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
