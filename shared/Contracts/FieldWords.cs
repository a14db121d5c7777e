using System.Globalization;
using Logistics.Contracts.Languages;

namespace Logistics.Contracts;

/// <summary>Names the fields of requests as people do, from the embedded <c>Texts/Fields.json</c>, so that no refusal shows the names of an interface.</summary>
public static class FieldWords
{
    static readonly IReadOnlyDictionary<string, Worded> Words = WordFile.Read("Fields.json");

    /// <param name="paths">For example <c>lines[0].reason</c>, several apart by a comma and a space.</param>
    /// <param name="language">A tag of <see cref="LanguageFacts.All"/>.</param>
    /// <returns>For example 「1 行目の理由」; what has no name here as it is, in quotes like the rest.</returns>
    public static string In(string paths, string language)
    {
        var facts = LanguageFacts.Of(language);
        return string.Join(facts.Comma, paths.Split(", ").Select(path =>
            facts.OpenQuote + string.Join(facts.PartOf, path.Split('.').Select(name => Name(name, language))) + facts.CloseQuote));
    }

    /// <summary>Members of lists are told by their number, from 1: the word of <c>lines[]</c> has a place for it.</summary>
    static string Name(string name, string language)
    {
        var bracket = name.IndexOf('[', StringComparison.Ordinal);
        return bracket > 0 && name.EndsWith(']') && Words.TryGetValue($"{name[..bracket]}[]", out var member)
            && int.TryParse(name.AsSpan(bracket + 1, name.Length - bracket - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < int.MaxValue
            ? member.In(language).Replace("{number}", (at + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            : Words.TryGetValue(name, out var word) ? word.In(language) : name;
    }
}
