using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Logistics.Contracts.Languages;

/// <summary>Describes a language of the system, from the embedded <c>Texts/Languages.json</c>.</summary>
public sealed class LanguageFacts
{
    static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    readonly List<(string Category, Regex Numbers)> plurals;

    LanguageFacts(string tag, IReadOnlyDictionary<string, JsonElement> entry)
    {
        Tag = tag;
        Culture = CultureInfo.GetCultureInfo(tag);
        Name = Text("name");
        Day = Text("day");
        Moment = Text("moment");
        Comma = Text("comma");
        OpenQuote = Text("openQuote");
        CloseQuote = Text("closeQuote");
        PartOf = Text("partOf");
        BetweenSentences = Text("betweenSentences");
        plurals = entry.TryGetValue("plurals", out var categories)
            ? [.. categories.EnumerateObject().Select(category => (category.Name, new Regex(category.Value.GetString()!, RegexOptions.None, Timeout)))]
            : [];

        string Text(string name) => entry.TryGetValue(name, out var text) ? text.GetString()! : throw new InvalidDataException($"Languages.json: '{tag}' lacks '{name}'.");
    }

    /// <summary>The languages in the order in which pages offer them.</summary>
    public static IReadOnlyList<LanguageFacts> All { get; } =
        [.. TextFiles.Read(typeof(LanguageFacts).Assembly, "Texts/Languages.json").Select(entry => new LanguageFacts(entry.Key, entry.Value))];

    static readonly Dictionary<string, LanguageFacts> ByTag = All.ToDictionary(language => language.Tag, StringComparer.Ordinal);

    /// <exception cref="KeyNotFoundException">The system does not have this language.</exception>
    public static LanguageFacts Of(string tag) => ByTag[tag];

    /// <summary>The language tag (BCP 47), for example <c>zh-Hans</c>.</summary>
    public string Tag { get; }

    /// <summary>Formats numbers and names months.</summary>
    public CultureInfo Culture { get; }

    /// <summary>The language's name in itself.</summary>
    public string Name { get; }

    /// <summary>Format of a day.</summary>
    public string Day { get; }

    /// <summary>Format of a day with the time.</summary>
    public string Moment { get; }

    /// <summary>Separates the members of a list.</summary>
    public string Comma { get; }

    public string OpenQuote { get; }

    public string CloseQuote { get; }

    /// <summary>Joins a thing and its part: <c>line 1, reason</c>.</summary>
    public string PartOf { get; }

    public string BetweenSentences { get; }

    /// <summary>Returns the plural category (CLDR) that a number needs.</summary>
    /// <param name="number">A number at the start of a text, as formatted: <c>1,234</c> or <c>1 carton</c>.</param>
    public string Plural(string number)
    {
        var digits = string.Concat(number.TakeWhile(letter => !char.IsLetter(letter)).Where(char.IsAsciiDigit));
        return plurals.Find(plural => plural.Numbers.IsMatch(digits)).Category ?? "other";
    }
}
