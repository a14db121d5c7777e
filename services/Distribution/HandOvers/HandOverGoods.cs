using Logistics.Client.Distribution;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Contracts.Syntax;
using Logistics.Distribution.Documents;
using Logistics.Distribution.Stocks;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;

namespace Logistics.Distribution.HandOvers;

/// <summary>Hands goods of an association to a hospital or clinic, member or not: of the named lot, or else those that expire first.</summary>
public static class HandOverGoods
{
    const int MaxLines = 100;
    const int MaxName = 200;

    public static void Map(ServiceDefinition distribution) => distribution
        .Post(DistributionRoutes.HandOverGoods, Handle, Roles.Receiving)
        .On<HandedOver>(Apply);

    static Answer<HandOverGoodsAnswer> Handle(HandOverGoodsRequest request, Command command)
    {
        var recipient = command.Caller.Role == Role.Association ? Code.Parse<RecipientCode>(command.Caller.Organisation) : request.Recipient;
        if (recipient is null)
            return new Refusal("handover-recipient", ("field", "recipient"));
        if (request.Recipient is { } named && named != recipient)
            return new Refusal("not-found");
        if (Check.Instant("at", request.At, command.Now) is { } wrong)
            return wrong;
        var number = Numbers.Next(command.Session, "hand_over", "H", request.At.Year);
        var decision = Decide(
            number, recipient.Value, Holding.Load(command.Session, recipient.Value), Holding.Since(command.Session, recipient.Value), request);
        return command.Record(HandOver.Stream(recipient.Value), decision, out var handedOver, out var refusal)
            ? Answer.Created(new HandOverGoodsAnswer(number, handedOver.Goods))
            : refusal;
    }

    /// <param name="number">Number of the hand-over.</param>
    /// <param name="recipient">The association.</param>
    /// <param name="held">Its stock.</param>
    /// <param name="since">When the first pieces of each kind arrived, according to valid receipts.</param>
    /// <param name="request">The goods and the institution.</param>
    public static Decision<HandedOver> Decide(
        DocumentNumber number, RecipientCode recipient, IReadOnlyList<Goods> held, IReadOnlyDictionary<GoodsKind, DateTimeOffset> since, HandOverGoodsRequest request)
    {
        if (Check.Required("institution.name", request.Institution.Name, MaxName) is { } nameless)
            return nameless;
        if (request.Goods.Count is 0 or > MaxLines)
            return new Refusal("handover-goods", ("field", "goods"), ("most", MaxLines));

        var left = held.ToDictionary(GoodsKind.Of);
        var taken = new List<Goods>();
        for (var i = 0; i < request.Goods.Count; i++)
        {
            var asked = request.Goods[i];
            if (Check.Pieces($"goods[{i}].pieces", asked.Pieces) is { } wrong)
                return wrong;
            var named = left.Values
                .Where(goods => goods.Product == asked.Product && (asked.Lot is null || goods.Lot == asked.Lot))
                .Where(goods => string.IsNullOrEmpty(asked.Size) || goods.Size == asked.Size)
                .ToList();
            var sizes = named.Where(goods => goods.Pieces > 0).Select(goods => goods.Size ?? "–").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
            if (sizes.Length > 1)
                return new Refusal("handover-size", ("field", $"goods[{i}].size"), ("product", asked.Product), ("sizes", sizes));
            var matching = named
                .OrderBy(goods => goods.Expiry?.LastDay ?? DateOnly.MaxValue)
                .ThenBy(goods => goods.Lot?.Value, StringComparer.Ordinal)
                .ThenBy(goods => goods.Donation.Value, StringComparer.Ordinal)
                .ThenBy(goods => goods.Line)
                .Where(goods => !(since.TryGetValue(GoodsKind.Of(goods), out var came) && came > request.At))
                .ToLookup(goods => goods.Expiry?.ExpiredOn(request.At.Day()) == true);
            var available = matching[false].Sum(goods => goods.Pieces);
            var later = named.Where(goods => goods.Pieces > 0).Except(matching[false]).Except(matching[true]).ToList();
            if (asked.Pieces > available && later.Count > 0)
            {
                return new Refusal(
                    "handover-before-receipt",
                    ("field", $"goods[{i}]"),
                    ("product", asked.Product),
                    ("unit", ProductWords.Unit(asked.Product)),
                    ("at", request.At),
                    ("available", available),
                    ("asked", asked.Pieces),
                    ("receivedAt", later.Min(goods => since[GoodsKind.Of(goods)])));
            }

            if (asked.Pieces > available)
            {
                return new Refusal(
                    "handover-beyond-stock",
                    ("field", $"goods[{i}]"),
                    ("product", asked.Product),
                    ("available", available),
                    ("expired", matching[true].Sum(goods => goods.Pieces)),
                    ("asked", asked.Pieces),
                    ("unit", ProductWords.Unit(asked.Product)));
            }

            var missing = asked.Pieces;
            foreach (var goods in matching[false].TakeWhile(_ => missing > 0))
            {
                var pieces = Math.Min(goods.Pieces, missing);
                missing -= pieces;
                taken.Add(goods with { Pieces = pieces });
                left[GoodsKind.Of(goods)] = goods with { Pieces = goods.Pieces - pieces };
            }
        }

        var given = GoodsRow.Sum(taken.Where(goods => goods.Pieces > 0));
        var handedOver = new HandedOver(
            number,
            recipient,
            request.Institution,
            request.At,
            given,
            [.. given.Select(goods => new Movement(LedgerAccount.Association(recipient), LedgerAccount.Institution(request.Institution.Code), goods))]);
        return Limits.Fits(handedOver) ? handedOver : new Refusal("handover-goods", ("field", "goods"), ("most", MaxLines));
    }

    static void Apply(Recorded<HandedOver> handed, Session session)
    {
        var handOver = handed.Event;
        session.Execute(
            """
            insert into hand_over (number, recipient, institution, institution_name, member, handed_over_at, recorded_by, recorded_at)
            values (@HandOver, @Recipient, @Code, @Name, @Member, @HandedOverAt, @Actor, @At)
            """,
            new
            {
                handOver.HandOver,
                handOver.Recipient,
                handOver.Institution.Code,
                handOver.Institution.Name,
                handOver.Institution.Member,
                handOver.HandedOverAt,
                handed.Actor,
                handed.At,
            });
        session.Execute(
            """
            insert into hand_over_goods (hand_over, donation, line, product, size, lot, expiry, pieces)
            values (@HandOver, @Donation, @Line, @Product, @Size, @Lot, @Expiry, @Pieces)
            """,
            handOver.Goods.Select(GoodsRow.Of).Select(goods => new
            {
                handOver.HandOver,
                goods.Donation,
                goods.Line,
                goods.Product,
                goods.Size,
                goods.Lot,
                goods.Expiry,
                goods.Pieces,
            }));
        Holding.Post(handOver.Movements, session);
    }
}
