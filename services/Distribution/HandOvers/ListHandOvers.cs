using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;
using Logistics.Distribution.Documents;
using Logistics.Distribution.Stocks;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Distribution.HandOvers;

/// <summary>Lists hand-overs by number, including reversed ones: all, or an association's own.</summary>
public static class ListHandOvers
{
    sealed record GoodsOf : GoodsRow
    {
        public required DocumentNumber HandOver { get; init; }
    }

    public static void Map(ServiceDefinition distribution) => distribution
        .Get(DistributionRoutes.ListHandOvers, Answer, Roles.SignedIn);

    /// <summary>Filters hand-overs by <see cref="Parameters"/>.</summary>
    internal const string Where =
        """
        (@own = '' or recipient = @own) and (@Recipient is null or recipient = @Recipient) and (@Institution is null or institution = @Institution)
        and (@state is null or case when reversed_at is null then 'Standing' else 'Reversed' end = @state)
        """;

    internal static object Parameters(ListHandOversQuery asked, Query query) =>
        new { own = query.Own(), asked.Recipient, asked.Institution, state = asked.State?.ToString() };

    static List<HandOverRow> Answer(ListHandOversQuery asked, Query query)
    {
        var rows = query.Page<HandOverRow>(
            "number, recipient, institution, institution_name, member, handed_over_at, recorded_by, reversed_at, reversed_by, reversal_reason",
            "from hand_over where " + Where,
            "number",
            Parameters(asked, query));
        var goods = query.Rows<GoodsOf>(
            """
            select hand_over, donation, line, product, size, lot, expiry, pieces
            from hand_over_goods
            where hand_over in @numbers
            order by hand_over, donation, line, size, lot
            """,
            new { numbers = rows.Select(row => row.Number.Value) }).ToLookup(one => one.HandOver, one => one.Goods);
        return [.. rows.Select(row => row with { Goods = [.. goods[row.Number]] })];
    }
}
