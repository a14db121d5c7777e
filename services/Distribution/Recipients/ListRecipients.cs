using Logistics.Client;
using Logistics.Client.Distribution;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Distribution.Recipients;

/// <summary>Lists recipients with their names and weights, and the indicators with their sources. An association sees only itself.</summary>
public static class ListRecipients
{
    public static void Map(ServiceDefinition distribution) => distribution
        .Get(DistributionRoutes.ListRecipients, Answer, Roles.SignedIn);

    static RecipientList Answer(NoQuery asked, Query query)
    {
        var weightings = Weighting.Of(
            query.Rows<Weighting.IndicatorRow>("select name, year, source from indicator"),
            query.Rows<Weighting.ValueRow>("select name, recipient, value from indicator_value"));
        var inOrder = weightings.Values.OrderBy(weighting => weighting.Name, StringComparer.Ordinal).ToList();
        var names = Recipient.Prefectures.ToDictionary(recipient => recipient.Code, recipient => recipient.Names);
        return new RecipientList(
            [.. inOrder.Select(weighting => new IndicatorSource(weighting.Name, weighting.Year, weighting.Source))],
            [
                .. Recipient.Codes(inOrder.SelectMany(weighting => weighting.Values.Keys))
                    .Where(code => query.Caller.MaySee(code.Value))
                    .Select(code => new RecipientRow(
                        code,
                        names.GetValueOrDefault(code) ?? new Dictionary<string, string>(StringComparer.Ordinal),
                        inOrder.Where(weighting => weighting.Values.ContainsKey(code))
                            .ToDictionary(weighting => weighting.Name, weighting => weighting.Values[code], StringComparer.Ordinal))),
            ]);
    }
}
