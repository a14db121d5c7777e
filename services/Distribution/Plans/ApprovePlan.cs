using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;

namespace Logistics.Distribution.Plans;

/// <summary>Approves a draft, by a coordinator other than its author.</summary>
public static class ApprovePlan
{
    public static void Map(ServiceDefinition distribution) => distribution
        .Post(DistributionRoutes.ApprovePlan, Handle, Role.Coordinator)
        .On<PlanApproved>(Apply);

    static Answer<ApprovePlanAnswer> Handle(ApprovePlanRequest request, Command command)
    {
        var number = command.Route<DocumentNumber>("plan");
        if (Plan.Load(command.Session, number) is not { } plan)
            return new Refusal("not-found");
        return command.Record(Plan.Stream(number), Decide(plan, command.Caller.Account), out _, out var refusal)
            ? Answer.Ok(new ApprovePlanAnswer(number))
            : refusal;
    }

    public static Decision<PlanApproved> Decide(Plan plan, string account)
    {
        if (plan.State != PlanState.Draft)
            return new Refusal("plan-not-draft", ("plan", plan.Number), ("state", plan.State));
        if (plan.Author == account)
            return new Refusal("plan-second-person", ("plan", plan.Number));
        return new PlanApproved(plan.Number);
    }

    static void Apply(Recorded<PlanApproved> approved, Session session) => session.Execute(
        "update allocation_plan set state = 'approved', approved_by = @Actor, approved_at = @At where number = @Plan",
        new { approved.Event.Plan, approved.Actor, approved.At });
}
