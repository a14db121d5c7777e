using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Distribution.Stocks;
using Logistics.EventLog;

namespace Logistics.Distribution.HandOvers;

/// <summary>Good pieces that an association received and has not handed over, totalled by donation, line, size and lot.</summary>
static class Holding
{
    public static IReadOnlyList<Goods> Load(Session session, RecipientCode recipient) =>
    [
        .. session.Query<GoodsRow>(
            """
            select donation, line, product, size, lot, expiry, pieces
            from holding
            where recipient = @recipient and pieces > 0
            order by donation, line, size, lot
            """,
            new { recipient }).Select(row => row.Goods),
    ];

    /// <summary>Returns when the first pieces of each kind reached an association, according to valid receipts.</summary>
    public static IReadOnlyDictionary<GoodsKind, DateTimeOffset> Since(Session session, RecipientCode recipient) => session.Query<CameRow>(
        """
        select sent.donation, sent.donation_line as line, sent.product, sent.size, sent.lot, sent.expiry, found.good as pieces, receipt.received_at
        from receipt
        join receipt_line found on found.receipt = receipt.number
        join parcel_line sent on sent.parcel = receipt.parcel and sent.line = found.line
        where receipt.recipient = @recipient and receipt.reversed_at is null
        """,
        new { recipient })
        .GroupBy(row => GoodsKind.Of(row.Goods), row => row.ReceivedAt)
        .ToDictionary(came => came.Key, came => came.Min());

    sealed record CameRow : GoodsRow
    {
        public required DateTimeOffset ReceivedAt { get; init; }
    }

    /// <summary>Posts movements into and out of associations; ignores others.</summary>
    /// <exception cref="InvalidOperationException">An association would have fewer than 0 pieces, so the decision was wrong.</exception>
    public static void Post(IEnumerable<Movement> movements, Session session)
    {
        foreach (var (account, goods, sign) in movements.SelectMany(move => new[] { (move.From, move.Goods, -1), (move.To, move.Goods, 1) }))
        {
            if (account is { Name: "association", Holder: { } recipient })
                Add(recipient, GoodsRow.Of(goods), sign, session);
        }
    }

    static void Add(string recipient, GoodsRow goods, int sign, Session session)
    {
        var row = new { recipient, goods.Donation, goods.Line, goods.Product, goods.Size, goods.Lot, goods.Expiry, Pieces = sign * goods.Pieces };
        const string Update =
            """
            update holding set pieces = pieces + @Pieces, expiry = coalesce(expiry, @Expiry)
            where recipient = @recipient and donation = @Donation and line = @Line and size = @Size and lot = @Lot and pieces + @Pieces >= 0
            """;
        if (sign > 0)
        {
            session.Upsert(
                Update,
                """
                insert into holding (recipient, donation, line, product, size, lot, expiry, pieces)
                values (@recipient, @Donation, @Line, @Product, @Size, @Lot, @Expiry, @Pieces)
                """,
                row);
        }
        else if (session.Execute(Update, row) == 0)
            throw new InvalidOperationException($"Association {recipient} does not have {goods.Pieces} pieces of lot {goods.Lot} of {goods.Donation}.");
    }
}
