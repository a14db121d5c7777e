using Logistics.Client.Distribution;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Distribution.HandOvers;
using Logistics.Distribution.Parcels;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;

namespace Logistics.Distribution.Receipts;

/// <summary>
/// Resolves a discrepancy: missing, damaged or unfit pieces were found or proved good, were destroyed, or are written off.
/// May be repeated, each time for some of the pieces.
/// </summary>
public static class ResolveDiscrepancy
{
    public static void Map(ServiceDefinition distribution) => distribution
        .Post(DistributionRoutes.ResolveDiscrepancy, Handle, Role.Coordinator)
        .On<DiscrepancyResolved>(Apply);

    static Answer<ResolveDiscrepancyAnswer> Handle(ResolveDiscrepancyRequest request, Command command)
    {
        var number = command.Route<DocumentNumber>("receipt");
        if (Receipt.Load(command.Session, number) is not { } receipt)
            return new Refusal("not-found");
        if (!command.Record(Parcel.Stream(receipt.Parcel), Decide(receipt, request), out _, out var refusal))
            return refusal;
        var one = receipt.Cases.Single(one => one.Line == request.Line && one.Kind == request.Kind);
        return Answer.Created(new ResolveDiscrepancyAnswer(one.Number, one.Unsettled - request.Pieces));
    }

    public static Decision<DiscrepancyResolved> Decide(Receipt receipt, ResolveDiscrepancyRequest request)
    {
        if (receipt.Reversed)
            return new Refusal("receipt-already-reversed", ("receipt", receipt.Number));
        if (receipt.Cases.FirstOrDefault(one => one.Line == request.Line && one.Kind == request.Kind) is not { } found)
            return new Refusal("discrepancy-unknown", ("receipt", receipt.Number), ("line", request.Line), ("kind", request.Kind));
        if (AccountsOf(request, receipt.Recipient) is not { } accounts)
            return new Refusal("resolution-unfit", ("field", "resolution"), ("kind", request.Kind), ("resolution", request.Resolution));
        if (Check.Pieces("pieces", request.Pieces) is { } impossible)
            return impossible;
        if (request.Pieces > found.Unsettled)
        {
            return new Refusal(
                "resolution-beyond-open",
                ("discrepancy", found.Number),
                ("open", found.Unsettled),
                ("asked", request.Pieces),
                ("unit", ProductWords.Unit(receipt.Lines.Single(line => line.Found.Line == request.Line).Sent.Product)));
        }

        if (Check.Reason("reason", request.Reason) is { } wrong)
            return wrong;
        var goods = receipt.Lines.Single(line => line.Found.Line == request.Line).Sent with { Pieces = request.Pieces };
        return new DiscrepancyResolved(
            receipt.Number,
            receipt.Parcel,
            receipt.Recipient,
            request.Line,
            request.Kind,
            request.Resolution,
            request.Pieces,
            request.Reason,
            [new Movement(accounts.From, accounts.To, goods)]);
    }

    /// <returns>Null if the resolution does not fit the discrepancy: only missing pieces can be written off, and only pieces on hand destroyed.</returns>
    static (LedgerAccount From, LedgerAccount To)? AccountsOf(ResolveDiscrepancyRequest request, RecipientCode recipient) => (request.Kind, request.Resolution) switch
    {
        (DiscrepancyKind.Shortage, Resolution.Good) => (LedgerAccount.MissingFrom(recipient), LedgerAccount.Association(recipient)),
        (DiscrepancyKind.Shortage, Resolution.WrittenOff) => (LedgerAccount.MissingFrom(recipient), LedgerAccount.MissingWrittenOff),
        (DiscrepancyKind.Damage, Resolution.Good) => (LedgerAccount.DamagedAt(recipient), LedgerAccount.Association(recipient)),
        (DiscrepancyKind.Damage, Resolution.Destroyed) => (LedgerAccount.DamagedAt(recipient), LedgerAccount.Destroyed),
        (DiscrepancyKind.Unfit, Resolution.Good) => (LedgerAccount.HeldAt(recipient), LedgerAccount.Association(recipient)),
        (DiscrepancyKind.Unfit, Resolution.Destroyed) => (LedgerAccount.HeldAt(recipient), LedgerAccount.Destroyed),
        _ => null,
    };

    static void Apply(Recorded<DiscrepancyResolved> resolved, Session session)
    {
        var row = new
        {
            resolved.Event.Receipt,
            resolved.Event.Line,
            Kind = resolved.Event.Kind.ToString().ToLowerInvariant(),
            resolved.Seq,
            Resolution = resolved.Event.Resolution switch
            {
                Resolution.Good => "good",
                Resolution.Destroyed => "destroyed",
                Resolution.WrittenOff => "written-off",
            },
            resolved.Event.Pieces,
            resolved.Event.Reason,
            resolved.Actor,
            resolved.At,
        };
        session.Execute("update discrepancy set unsettled = unsettled - @Pieces where receipt = @Receipt and line = @Line and kind = @Kind", row);
        session.Execute(
            """
            insert into discrepancy_resolution (discrepancy, seq, resolution, pieces, reason, resolved_by, resolved_at)
            select number, @Seq, @Resolution, @Pieces, @Reason, @Actor, @At
            from discrepancy
            where receipt = @Receipt and line = @Line and kind = @Kind
            """,
            row);
        Holding.Post(resolved.Event.Movements, session);
    }
}
