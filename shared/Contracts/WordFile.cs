using System.Text.Json;
using Logistics.Contracts.Languages;

namespace Logistics.Contracts;

/// <summary>Reads the words that refusals and exports use, from the files under <c>Texts/</c> of this project.</summary>
static class WordFile
{
    public static IReadOnlyDictionary<string, Worded> Read(string file) =>
        TextFiles.Read(typeof(WordFile).Assembly, $"Texts/{file}").ToDictionary(entry => entry.Key, entry => OfTexts(entry.Value), StringComparer.Ordinal);

    static Worded OfTexts(IReadOnlyDictionary<string, JsonElement> values)
    {
        var texts = values.ToDictionary(value => value.Key, value => value.Value.GetString()!, StringComparer.Ordinal);
        return new Worded(language => texts[language]);
    }
}
