using System.Collections.Frozen;
using Logistics.Contracts.Languages;

namespace Logistics.Intake.PackingFiles;

/// <summary>
/// Lists the words that senders write in packing lists, from the embedded <c>Texts/PackingList.json</c>: in lower case, without spaces, dots,
/// hyphens and what stands in brackets. The words of all languages are known in every file.
/// </summary>
static class PackingListWords
{
    static readonly Dictionary<string, string[]> Words = TextFiles.Read(typeof(PackingListWords).Assembly, "Texts/PackingList.json").ToDictionary(
        entry => entry.Key,
        entry => entry.Value.Values.SelectMany(words => words.GetString()!.Split(' ')).ToArray(),
        StringComparer.Ordinal);

    public static FrozenSet<string> Totals { get; } = Words["total"].ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Product codes by word.</summary>
    public static FrozenDictionary<string, string> Products { get; } =
        Under("product.").SelectMany(words => words.Words, (words, word) => KeyValuePair.Create(word, words.Name)).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Columns by word.</summary>
    public static FrozenDictionary<string, PackingListColumn> Columns { get; } = Enum.GetValues<PackingListColumn>()
        .SelectMany(column => Words[$"column.{column.Name()}"], (column, word) => KeyValuePair.Create(word, column))
        .ToFrozenDictionary(StringComparer.Ordinal);

    static IEnumerable<(string Name, string[] Words)> Under(string group) =>
        Words.Where(words => words.Key.StartsWith(group, StringComparison.Ordinal)).Select(words => (words.Key[group.Length..], words.Value));
}
