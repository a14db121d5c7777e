namespace Logistics.Contracts;

/// <summary>Names the columns of exports and the states that stand in their cells, from the embedded <c>Texts/Columns.json</c>.</summary>
public static class ColumnWords
{
    static readonly IReadOnlyDictionary<string, Worded> Words = WordFile.Read("Columns.json");

    /// <exception cref="KeyNotFoundException">There is no such word.</exception>
    public static Worded Of(string key) => Words[key];

    /// <summary>Names a carton with its state.</summary>
    public static Worded Carton(string carton, Worded state) => new(language => Words["carton-in-state"].In(language)
        .Replace("{state}", state.In(language), StringComparison.Ordinal)
        .Replace("{carton}", carton, StringComparison.Ordinal));
}
