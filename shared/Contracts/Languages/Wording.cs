using System.Text.Json;
using System.Text.RegularExpressions;

namespace Logistics.Contracts.Languages;

/// <summary>
/// A text in one language: <c>"Cartons"</c>, or where a number changes the words, a form for each plural category (CLDR) of the language:
/// <c>{ "one": "{cartons} carton", "other": "{cartons} cartons" }</c>. The first placeholder of <c>other</c> holds the number unless <c>by</c>
/// names another.
/// </summary>
public sealed partial class Wording
{
    const string Other = "other";
    const string By = "by";

    readonly Dictionary<string, string> forms;

    /// <exception cref="InvalidDataException">Plural forms lack <c>other</c>, or the placeholder that holds the number.</exception>
    public Wording(JsonElement text)
    {
        forms = text.ValueKind == JsonValueKind.String
            ? new(StringComparer.Ordinal) { [Other] = text.GetString()! }
            : text.EnumerateObject().ToDictionary(form => form.Name, form => form.Value.GetString()!, StringComparer.Ordinal);
        if (!forms.TryGetValue(Other, out var other))
            throw new InvalidDataException($"A text has no form 'other': {text}");
        var named = forms.Remove(By, out var by);
        if (forms.Count == 1)
            return;
        Counted = named ? by : Placeholder().Match(other) is { Success: true } first ? first.Groups[1].Value : null;
        if (Counted is null || !other.Contains($"{{{Counted}}}", StringComparison.Ordinal))
            throw new InvalidDataException($"Plural forms without a number: {text}");
    }

    /// <summary>The placeholder whose number decides the form; null for a text with one form.</summary>
    public string? Counted { get; }

    /// <summary>The form for most numbers.</summary>
    public string Text => forms[Other];

    public IEnumerable<string> Forms => forms.Values;

    /// <summary>Fills the form that the number needs.</summary>
    /// <param name="language">The language of this text.</param>
    /// <param name="fact">Returns the value of a placeholder.</param>
    public string Fill(LanguageFacts language, Func<string, string> fact) => Placeholder().Replace(Form(language, fact), match => fact(match.Groups[1].Value));

    /// <summary>Splits a text at its placeholders: text at even places, names of placeholders at odd ones.</summary>
    public string[] Parts() => Placeholder().Split(Text);

    [GeneratedRegex(@"\{([a-zA-Z]+)\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    public static partial Regex Placeholder();

    string Form(LanguageFacts language, Func<string, string> fact) =>
        Counted is not null && forms.TryGetValue(language.Plural(fact(Counted)), out var form) ? form : Text;
}
