using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Languages;

namespace Logistics.Hosting.Refusals;

/// <summary>The status and texts of every refusal, from the <c>Refusals.json</c> embedded in each service.</summary>
public sealed class RefusalTexts
{
    const int MaxQuoted = 100;

    const string Status = "status";

    readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);

    public RefusalTexts(params IEnumerable<Assembly> assemblies)
    {
        foreach (var assembly in assemblies.Append(typeof(RefusalTexts).Assembly).Distinct())
        {
            foreach (var (code, entry) in TextFiles.Read(assembly, "Refusals.json"))
                entries.Add(code, Read(entry));
        }
    }

    public IEnumerable<string> Codes => entries.Keys;

    public int StatusOf(string code) => Of(code).Status;

    /// <summary>Returns the text of a refusal in a language, with its facts inserted.</summary>
    public string Text(string code, string language, IEnumerable<(string Name, object? Value)> known)
    {
        var values = known.ToDictionary(fact => fact.Name, fact => fact.Value, StringComparer.Ordinal);
        var facts = LanguageFacts.Of(language);
        return Of(code).Texts[language].Fill(facts, name => name is "field" or "needs" && values.GetValueOrDefault(name) is string path
            ? FieldWords.In(Short(path), language)
            : Show(values.GetValueOrDefault(name), facts));
    }

    /// <summary>Truncates long input that is quoted.</summary>
    internal static string Short(string text) => text.Length <= MaxQuoted ? text : text[..MaxQuoted] + "…";

    static string Show(object? value, LanguageFacts language) => value switch
    {
        null => "–",
        int or long => ((IFormattable)value).ToString("N0", language.Culture),
        decimal whole when decimal.IsInteger(whole) => whole.ToString("N0", language.Culture),
        string text => Short(text),
        Worded words => words.In(language.Tag),
        ProductCode product => ProductWords.Name(product).In(language.Tag),
        Enum member => StateWords.Of(JsonNamingPolicy.KebabCaseLower.ConvertName(member.ToString())).In(language.Tag),
        DateTimeOffset instant => instant.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture),
        System.Collections.IEnumerable many => string.Join(language.Comma, many.Cast<object?>().Select(one => Show(one, language))),
        IFormattable other => other.ToString(null, language.Culture),
        _ => value.ToString()!,
    };

    Entry Of(string code) =>
        entries.TryGetValue(code, out var entry) ? entry : throw new InvalidOperationException($"No text for the refusal '{code}'.");

    static Entry Read(IEnumerable<KeyValuePair<string, JsonElement>> values)
    {
        var entry = values.ToDictionary(StringComparer.Ordinal);
        return entry.Remove(Status, out var status)
            ? new(int.Parse(status.GetString()!, CultureInfo.InvariantCulture), entry.ToDictionary(text => text.Key, text => new Wording(text.Value), StringComparer.Ordinal))
            : throw new InvalidDataException("A refusal has no status.");
    }

    sealed record Entry(int Status, Dictionary<string, Wording> Texts);
}
