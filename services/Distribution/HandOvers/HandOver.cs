using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Distribution.Stocks;
using Logistics.EventLog;

namespace Logistics.Distribution.HandOvers;

/// <summary>A hand-over as seen by decisions.</summary>
public sealed record HandOver(DocumentNumber Number, RecipientCode Recipient, InstitutionCode Institution, bool Reversed, IReadOnlyList<Goods> Goods)
{
    /// <summary>Returns the stream of an association's hand-overs, which share one stream because they draw from one stock.</summary>
    public static string Stream(RecipientCode recipient) => $"hand-overs/{recipient}";

    public static HandOver? Load(Session session, DocumentNumber number)
    {
        var row = session.Find<Row>("select recipient, institution, reversed_at from hand_over where number = @number", new { number });
        return row is null
            ? null
            : new HandOver(
                number,
                row.Recipient,
                row.Institution,
                row.ReversedAt is not null,
                [
                    .. session.Query<GoodsRow>(
                        """
                        select donation, line, product, size, lot, expiry, pieces
                        from hand_over_goods
                        where hand_over = @number
                        order by donation, line, size, lot
                        """,
                        new { number }).Select(goods => goods.Goods),
                ]);
    }

    /// <summary>Lists the valid hand-overs of an association that took any of these goods.</summary>
    public static IReadOnlyList<DocumentNumber> Taking(Session session, RecipientCode recipient, IReadOnlySet<GoodsKind> kinds) =>
    [
        .. session.Query<TakenRow>(
            """
            select hand_over.number, goods.donation, goods.line, goods.product, goods.size, goods.lot, goods.expiry, goods.pieces
            from hand_over join hand_over_goods goods on goods.hand_over = hand_over.number
            where hand_over.recipient = @recipient and hand_over.reversed_at is null
            order by hand_over.number
            """,
            new { recipient }).Where(row => kinds.Contains(GoodsKind.Of(row.Goods))).Select(row => row.Number).Distinct(),
    ];

    sealed record Row
    {
        public required RecipientCode Recipient { get; init; }

        public required InstitutionCode Institution { get; init; }

        public DateTimeOffset? ReversedAt { get; init; }
    }

    sealed record TakenRow : GoodsRow
    {
        public required DocumentNumber Number { get; init; }
    }
}
