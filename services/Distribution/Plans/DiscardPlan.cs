using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;

namespace Logistics.Distribution.Plans;

/// <summary>Discards a plan that is not published.</summary>
public static class DiscardPlan
{
    public static void Map(ServiceDefinition distribution) => distribution
        .Post(DistributionRoutes.DiscardPlan, Handle, Role.Coordinator)
        .On<PlanDiscarded>(Apply);

    static Answer<DiscardPlanAnswer> Handle(DiscardPlanRequest request, Command command)
    {
        var number = command.Route<DocumentNumber>("plan");
        if (Plan.Load(command.Session, number) is not { } plan)
            return new Refusal("not-found");
        return command.Record(Plan.Stream(number), Decide(plan, request), out _, out var refusal)
            ? Answer.Ok(new DiscardPlanAnswer(number))
            : refusal;
    }

    public static Decision<PlanDiscarded> Decide(Plan plan, DiscardPlanRequest request)
    {
        if (plan.State is PlanState.Published or PlanState.Discarded)
            return new Refusal("plan-final", ("plan", plan.Number), ("state", plan.State));
        if (Check.Reason("reason", request.Reason) is { } wrong)
            return wrong;
        return new PlanDiscarded(plan.Number, request.Reason);
    }

    static void Apply(Recorded<PlanDiscarded> discarded, Session session) => session.Execute(
        "update allocation_plan set state = 'discarded', discard_reason = @Reason where number = @Plan",
        new { discarded.Event.Plan, discarded.Event.Reason });
}
