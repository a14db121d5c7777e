using Logistics.Contracts.Codes;
using Logistics.Distribution.Stocks;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Distribution.HandOvers;

/// <summary>
/// Hand-overs by number, reversed ones too: all, or an association's own; <c>?recipient=</c>, <c>?institution=</c>, <c>?state=</c> standing or
/// reversed. <c>?after=</c> the last number seen brings the next page.
/// </summary>
public static class ListHandOvers
{
    public sealed record Row
    {
        public required DocumentNumber Number { get; init; }

        public required RecipientCode Recipient { get; init; }

        public required InstitutionCode Institution { get; init; }

        public required string InstitutionName { get; init; }

        public required bool Member { get; init; }

        public required DateTimeOffset HandedOverAt { get; init; }

        public required string RecordedBy { get; init; }

        public DateTimeOffset? ReversedAt { get; init; }

        public string? ReversedBy { get; init; }

        public string? ReversalReason { get; init; }

        public IReadOnlyList<Contracts.Goods> Goods { get; init; } = [];
    }

    sealed record GoodsOf : GoodsRow
    {
        public required DocumentNumber HandOver { get; init; }
    }

    public static void Map(ServiceDefinition distribution) => distribution
        .Get("/handovers", Answer, Role.Foundation, Role.Coordinator, Role.Association, Role.Auditor, Role.Admin);

    /// <summary>Which hand-overs, with the parameters of <see cref="Asked"/>.</summary>
    internal const string Where =
        """
        (@own = '' or recipient = @own) and (@recipient = '' or recipient = @recipient) and (@institution is null or institution = @institution)
        and (@state is null or case when reversed_at is null then 'standing' else 'reversed' end = @state)
        """;

    internal static object Asked(Query query) => new
    {
        own = query.Own(),
        recipient = query.Recipient(),
        institution = query.Coded<InstitutionCode>("institution"),
        state = query.OneOf("state", "standing", "reversed"),
    };

    static List<Row> Answer(Query query)
    {
        var rows = query.Page<Row>(
            "number, recipient, institution, institution_name, member, handed_over_at, recorded_by, reversed_at, reversed_by, reversal_reason",
            "from hand_over where " + Where,
            "number",
            Asked(query));
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
