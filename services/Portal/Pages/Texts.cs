using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Logistics.ServiceDefaults.Refusals;

namespace Logistics.Portal.Pages;

/// <summary>The texts of the pages in one language.</summary>
public sealed partial class Texts(string language)
{
    static readonly Dictionary<string, Dictionary<string, string>> All = Read();

    readonly CultureInfo culture = Languages.Culture(language);

    public static IReadOnlyDictionary<string, Dictionary<string, string>> Entries => All;

    public string Language { get; } = language;

    /// <exception cref="KeyNotFoundException">There is no such text.</exception>
    public string this[string key, params ReadOnlySpan<(string Name, string Value)> facts]
    {
        get
        {
            var values = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (name, value) in facts)
                values[name] = value;
            return Fill(key, name => values[name]);
        }
    }

    public string Fill(string key, Func<string, string> fact) =>
        Placeholder().Replace(All[key][Language], match => fact(match.Groups[1].Value));

    public string Number(long pieces) => pieces.ToString("N0", culture);

    public string Product(string code) => All.TryGetValue($"product.{code}", out var text) ? text[Language] : code;

    [GeneratedRegex(@"\{([a-zA-Z]+)\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    public static partial Regex Placeholder();

    static Dictionary<string, Dictionary<string, string>> Read()
    {
        using var stream = typeof(Texts).Assembly.GetManifestResourceStream("Logistics.Portal.Pages.Texts.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(stream)!;
    }
}
