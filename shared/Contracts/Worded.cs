using Logistics.Contracts.Languages;

namespace Logistics.Contracts;

/// <summary>Says the same in every language of the system.</summary>
/// <param name="text">Returns the text in a language.</param>
public sealed class Worded(Func<string, string> text)
{
    /// <summary>A code or a name that every language writes the same.</summary>
    public static Worded Same(string text) => new(_ => text);

    /// <param name="language">A tag of <see cref="LanguageFacts.All"/>.</param>
    public string In(string language) => text(language);

    /// <summary>Returns the texts by language.</summary>
    public IReadOnlyDictionary<string, string> InAll() =>
        LanguageFacts.All.ToDictionary(language => language.Tag, language => In(language.Tag), StringComparer.Ordinal);
}
