using Logistics.Contracts.Codes;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Distribution.Recipients;

/// <summary>Recipients with their names and weights, and the indicators with their sources. An association sees itself.</summary>
public static class ListRecipients
{
    public sealed record Page(IReadOnlyList<Indicator> Indicators, IReadOnlyList<Entry> Recipients);

    public sealed record Indicator(string Name, int Year, string Source);

    /// <param name="Code">The recipient.</param>
    /// <param name="Names">By language; empty for others than the 47.</param>
    /// <param name="Weights">By indicator.</param>
    public sealed record Entry(RecipientCode Code, IReadOnlyDictionary<string, string> Names, IReadOnlyDictionary<string, long> Weights);

    public static void Map(ServiceDefinition distribution) => distribution
        .Get("/recipients", Answer, Role.Foundation, Role.Coordinator, Role.Association, Role.Auditor, Role.Admin);

    static Page Answer(Query query)
    {
        var weightings = Weighting.Of(
            query.Rows<Weighting.IndicatorRow>("select name, year, source from indicator"),
            query.Rows<Weighting.ValueRow>("select name, recipient, value from indicator_value"));
        var inOrder = weightings.Values.OrderBy(weighting => weighting.Name, StringComparer.Ordinal).ToList();
        var names = Recipient.Prefectures.ToDictionary(recipient => recipient.Code, recipient => recipient.Names);
        return new Page(
            [.. inOrder.Select(weighting => new Indicator(weighting.Name, weighting.Year, weighting.Source))],
            [
                .. Recipient.Codes(inOrder.SelectMany(weighting => weighting.Values.Keys))
                    .Where(code => query.Caller.MaySee(code.Value))
                    .Select(code => new Entry(
                        code,
                        names.GetValueOrDefault(code) ?? new Dictionary<string, string>(StringComparer.Ordinal),
                        inOrder.Where(weighting => weighting.Values.ContainsKey(code))
                            .ToDictionary(weighting => weighting.Name, weighting => weighting.Values[code], StringComparer.Ordinal))),
            ]);
    }
}
