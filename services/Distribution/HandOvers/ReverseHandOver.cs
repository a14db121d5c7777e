using Logistics.Client.Distribution;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;

namespace Logistics.Distribution.HandOvers;

/// <summary>Reverses a mistaken hand-over: the goods return to the association.</summary>
public static class ReverseHandOver
{
    public static void Map(ServiceDefinition distribution) => distribution
        .Post(DistributionRoutes.ReverseHandOver, Handle, Roles.Receiving)
        .On<HandOverReversed>(Apply);

    static Answer<ReverseHandOverAnswer> Handle(ReverseHandOverRequest request, Command command)
    {
        var number = command.Route<DocumentNumber>("handOver");
        if (HandOver.Load(command.Session, number) is not { } handOver || !command.Caller.MaySee(handOver.Recipient.Value))
            return new Refusal("not-found");
        return command.Record(HandOver.Stream(handOver.Recipient), Decide(handOver, request), out _, out var refusal)
            ? Answer.Ok(new ReverseHandOverAnswer(number))
            : refusal;
    }

    public static Decision<HandOverReversed> Decide(HandOver handOver, ReverseHandOverRequest request)
    {
        if (handOver.Reversed)
            return new Refusal("handover-already-reversed", ("handOver", handOver.Number));
        if (Check.Reason("reason", request.Reason) is { } wrong)
            return wrong;
        return new HandOverReversed(
            handOver.Number,
            handOver.Recipient,
            request.Reason,
            [.. handOver.Goods.Select(goods => new Movement(LedgerAccount.Institution(handOver.Institution), LedgerAccount.Association(handOver.Recipient), goods))]);
    }

    static void Apply(Recorded<HandOverReversed> reversed, Session session)
    {
        session.Execute(
            "update hand_over set reversed_by = @Actor, reversed_at = @At, reversal_reason = @Reason where number = @HandOver",
            new { reversed.Actor, reversed.At, reversed.Event.Reason, reversed.Event.HandOver });
        Holding.Post(reversed.Event.Movements, session);
    }
}
