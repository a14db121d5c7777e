using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.EventLog;

namespace Logistics.Distribution.Recipients;

/// <summary>The figures of one indicator, with their source.</summary>
/// <param name="Name">For example <c>physicians</c>.</param>
/// <param name="Year">Year of the figures.</param>
/// <param name="Source">Publisher of the figures.</param>
/// <param name="Values">By recipient, none negative.</param>
public sealed record Weighting(string Name, int Year, string Source, IReadOnlyDictionary<RecipientCode, long> Values)
{
    /// <summary>Gets the built-in indicators. An upload of the same name replaces one.</summary>
    public static IReadOnlyList<Weighting> BuiltIn { get; } =
    [
        new(
            "physicians",
            2016,
            "Ministry of Health, Labour and Welfare: Survey of Physicians, Dentists and Pharmacists 2016",
            OfPrefectures(prefecture => prefecture.Physicians)),
        new("population", 2018, "Population by prefecture 2018", OfPrefectures(prefecture => prefecture.Population)),
    ];

    /// <summary>Loads the latest upload of every indicator by name.</summary>
    public static IReadOnlyDictionary<string, Weighting> Load(Session session) => Of(
        session.Query<IndicatorRow>("select name, year, source from indicator"),
        session.Query<ValueRow>("select name, recipient, value from indicator_value"));

    public static IReadOnlyDictionary<string, Weighting> Of(IEnumerable<IndicatorRow> uploaded, IEnumerable<ValueRow> values)
    {
        var all = BuiltIn.ToDictionary(weighting => weighting.Name, StringComparer.Ordinal);
        var byName = values.ToLookup(value => value.Name, StringComparer.Ordinal);
        foreach (var row in uploaded)
            all[row.Name] = new Weighting(row.Name, row.Year, row.Source, byName[row.Name].ToDictionary(value => value.Recipient, value => value.Value));
        return all;
    }

    static Dictionary<RecipientCode, long> OfPrefectures(Func<PrefectureFacts, long> value) =>
        PrefectureFacts.All.ToDictionary(prefecture => Code.Parse<RecipientCode>(prefecture.Code.Value), value);

    public sealed record IndicatorRow
    {
        public required string Name { get; init; }

        public required int Year { get; init; }

        public required string Source { get; init; }
    }

    public sealed record ValueRow
    {
        public required string Name { get; init; }

        public required RecipientCode Recipient { get; init; }

        public required long Value { get; init; }
    }
}
