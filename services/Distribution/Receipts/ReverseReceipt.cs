using Logistics.Client.Distribution;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Distribution.HandOvers;
using Logistics.Distribution.Parcels;
using Logistics.Distribution.Stocks;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;

namespace Logistics.Distribution.Receipts;

/// <summary>
/// Reverses a mistaken receipt and its movements. Refused while an institution holds the pieces; the refusal names the hand-overs
/// that must be reversed first.
/// </summary>
public static class ReverseReceipt
{
    public static void Map(ServiceDefinition distribution) => distribution
        .Post(DistributionRoutes.ReverseReceipt, Handle, Roles.Receiving)
        .On<ReceiptReversed>(Apply);

    static Answer<ReverseReceiptAnswer> Handle(ReverseReceiptRequest request, Command command)
    {
        var number = command.Route<DocumentNumber>("receipt");
        if (Receipt.Load(command.Session, number) is not { } receipt || !command.Caller.MaySee(receipt.Recipient.Value))
            return new Refusal("not-found");
        var decision = Decide(
            receipt,
            Holding.Load(command.Session, receipt.Recipient),
            kinds => HandOver.Taking(command.Session, receipt.Recipient, kinds),
            request);
        return command.Record(Parcel.Stream(receipt.Parcel), decision, out _, out var refusal)
            ? Answer.Ok(new ReverseReceiptAnswer(number, receipt.Parcel))
            : refusal;
    }

    /// <param name="receipt">The receipt.</param>
    /// <param name="held">The association's current stock.</param>
    /// <param name="takers">Returns the valid hand-overs that took some goods.</param>
    /// <param name="request">The reason.</param>
    public static Decision<ReceiptReversed> Decide(
        Receipt receipt,
        IReadOnlyList<Goods> held,
        Func<IReadOnlySet<GoodsKind>, IReadOnlyList<DocumentNumber>> takers,
        ReverseReceiptRequest request)
    {
        if (receipt.Reversed)
            return new Refusal("receipt-already-reversed", ("receipt", receipt.Number));
        if (Check.Reason("reason", request.Reason) is { } wrong)
            return wrong;
        var settled = receipt.Cases.Where(one => one.Unsettled < one.Pieces).Select(one => one.Number.Value).ToArray();
        if (settled.Length > 0)
            return new Refusal("receipt-discrepancy-resolved", ("receipt", receipt.Number), ("discrepancies", settled));
        var has = held.ToDictionary(GoodsKind.Of, goods => goods.Pieces);
        var gone = receipt.Lines.Where(line => line.Found.Good > has.GetValueOrDefault(GoodsKind.Of(line.Sent))).ToList();
        if (gone.Count > 0)
        {
            return new Refusal(
                "receipt-pieces-moved-on",
                ("receipt", receipt.Number),
                ("pieces", gone.Sum(line => line.Found.Good - has.GetValueOrDefault(GoodsKind.Of(line.Sent)))),
                ("documents", takers(gone.Select(line => GoodsKind.Of(line.Sent)).ToHashSet()).Select(document => document.Value).ToArray()),
                ("unit", ProductWords.Unit(gone.Select(line => line.Sent.Product))));
        }

        return new ReceiptReversed(
            receipt.Number,
            receipt.Parcel,
            receipt.Recipient,
            request.Reason,
            [
                .. receipt.Lines.SelectMany(line => line.Movements(receipt.Recipient))
                    .Select(movement => new Movement(movement.To, movement.From, movement.Goods)),
            ]);
    }

    static void Apply(Recorded<ReceiptReversed> reversed, Session session)
    {
        var (receipt, parcel) = (reversed.Event.Receipt, reversed.Event.Parcel);
        session.Execute(
            "update receipt set reversed_by = @Actor, reversed_at = @At, reversal_reason = @Reason where number = @Receipt",
            new { reversed.Actor, reversed.At, reversed.Event.Reason, Receipt = receipt });
        session.Execute("update discrepancy set void = 1, unsettled = 0 where receipt = @Receipt", new { Receipt = receipt });
        ConfirmReceipt.Report(session, parcel, Receipt.Load(session, receipt)!.Lines.Select(line => line.Found), sign: -1);
        Holding.Post(reversed.Event.Movements, session);
    }
}
