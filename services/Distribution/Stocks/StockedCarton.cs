using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Contracts.Syntax;
using Logistics.EventLog;

namespace Logistics.Distribution.Stocks;

/// <summary>A carton at the hub with its contents.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Recipient">The recipient for which it is reserved; null while it is free.</param>
/// <param name="Plan">The plan that reserved it; null while it is free.</param>
/// <param name="Goods">At least one.</param>
/// <param name="ReceivedAt">When it reached the hub, if known.</param>
public sealed record StockedCarton(CartonId Id, RecipientCode? Recipient, DocumentNumber? Plan, IReadOnlyList<Goods> Goods, DateTimeOffset? ReceivedAt = null)
{
    /// <summary>Maximum number of kinds of goods in the movements of one event. Cartons with a lot each are rare, but their movements must still fit.</summary>
    const int MaxKinds = 150;

    const int MaxIdBytes = 48 * 1024;

    public long Pieces => Goods.Sum(goods => goods.Pieces);

    /// <summary>Loads the free cartons of one product and size, earliest expiry first, then by id, without mixed cartons.</summary>
    public static IReadOnlyList<StockedCarton> Free(Session session, ProductCode product, string? size) => Load(
        session,
        "carton.state = 'hub' and carton.product = @product and carton.size = @size",
        "carton.last_day, carton.id",
        new { product, size = size ?? "" });

    /// <summary>Loads reserved cartons by recipient, then by id.</summary>
    /// <param name="session">The session of the command.</param>
    /// <param name="recipients">Null for all.</param>
    public static IReadOnlyList<StockedCarton> Reserved(Session session, IEnumerable<RecipientCode>? recipients = null) => recipients is null
        ? Load(session, "carton.state = 'reserved'", "carton.recipient, carton.id", null)
        : Load(session, "carton.state = 'reserved' and carton.recipient in @codes", "carton.recipient, carton.id", new { codes = recipients.Select(code => code.Value) });

    /// <summary>Returns whether any of its lots has expired.</summary>
    public bool ExpiredOn(DateOnly day) => Goods.Any(goods => goods.Expiry is { } expiry && expiry.ExpiredOn(day));

    /// <summary>Splits a list into parts whose ids and movements fit one event.</summary>
    public static IEnumerable<IReadOnlyList<StockedCarton>> Parts(IEnumerable<StockedCarton> cartons) =>
        Cut(cartons, CartonsReserved.MaxCartons, MaxIdBytes);

    /// <summary>Splits a list into parts whose movements fit one event; nearly always there is only one.</summary>
    public static IEnumerable<IReadOnlyList<StockedCarton>> Loads(IEnumerable<StockedCarton> cartons) =>
        Cut(cartons, int.MaxValue, int.MaxValue);

    static IEnumerable<IReadOnlyList<StockedCarton>> Cut(IEnumerable<StockedCarton> cartons, int maxCartons, int maxIdBytes)
    {
        var part = new List<StockedCarton>();
        var kinds = new HashSet<GoodsKind>();
        var bytes = 0;
        foreach (var carton in cartons)
        {
            // A character beyond ASCII takes at most 6 bytes in JSON; quotes and comma take 3.
            var more = carton.Id.Value.Sum(c => char.IsAscii(c) ? 1 : 6) + 3;
            var news = carton.Goods.Select(GoodsKind.Of).Distinct().Count(kind => !kinds.Contains(kind));
            if (part.Count > 0 && (part.Count == maxCartons || bytes + more > maxIdBytes || kinds.Count + news > MaxKinds))
            {
                yield return part;
                part = [];
                kinds.Clear();
                bytes = 0;
            }

            part.Add(carton);
            kinds.UnionWith(carton.Goods.Select(GoodsKind.Of));
            bytes += more;
        }

        if (part.Count > 0)
            yield return part;
    }

    /// <summary>Moves the goods in these cartons, totalled by donation, line, size and lot.</summary>
    public static IReadOnlyList<Movement> Movements(IEnumerable<StockedCarton> cartons, LedgerAccount from, LedgerAccount to) =>
        [.. GoodsRow.Sum(cartons.SelectMany(carton => carton.Goods)).Select(goods => new Movement(from, to, goods))];

    static List<StockedCarton> Load(Session session, string where, string order, object? parameters)
    {
        var rows = session.Query<Row>(
            $"""
            select carton.id as carton, carton.recipient, carton.plan_number, carton.received_at,
                   goods.donation, goods.line, goods.product, goods.size, goods.lot, goods.expiry, goods.pieces
            from carton join carton_goods goods on goods.carton = carton.id
            where {where}
            order by {order}, goods.donation, goods.line, goods.size, goods.lot
            """,
            parameters);
        var cartons = new List<StockedCarton>(rows.Count);
        for (var i = 0; i < rows.Count;)
        {
            var (first, begin) = (rows[i], i);
            while (i < rows.Count && rows[i].Carton == first.Carton)
                i++;
            cartons.Add(new StockedCarton(
                first.Carton,
                first.Recipient.Length == 0 ? null : Code.Parse<RecipientCode>(first.Recipient),
                first.PlanNumber.Length == 0 ? null : Code.Parse<DocumentNumber>(first.PlanNumber),
                [.. rows[begin..i].Select(row => row.Goods)],
                first.ReceivedAt));
        }

        return cartons;
    }

    sealed record Row : GoodsRow
    {
        public required CartonId Carton { get; init; }

        public required string Recipient { get; init; }

        public required string PlanNumber { get; init; }

        public DateTimeOffset? ReceivedAt { get; init; }
    }
}
