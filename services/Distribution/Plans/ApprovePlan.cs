using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.EventLog;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;

namespace Logistics.Distribution.Plans;

/// <summary>Another coordinator than the author approves a draft.</summary>
public static class ApprovePlan
{
    public sealed record Request;

    public sealed record Approved(DocumentNumber Plan);

    public static void Map(ServiceDefinition distribution) => distribution
        .Post<Request>("/plans/{plan}/approval", Handle, Role.Coordinator)
        .On<PlanApproved>(Apply);

    static Answer Handle(Request request, Command command)
    {
        var number = command.Route<DocumentNumber>("plan");
        if (Plan.Load(command.Session, number) is not { } plan)
            return new Refusal("not-found");
        return command.Record(Plan.Stream(number), Decide(plan, command.Caller.Account), out var refusal)
            ? Answer.Ok(new Approved(number))
            : refusal;
    }

    public static Decision Decide(Plan plan, string account)
    {
        if (plan.State != PlanState.Draft)
            return new Refusal("plan-not-draft", ("plan", plan.Number), ("state", plan.State));
        return plan.Author == account
            ? new Refusal("plan-second-person", ("plan", plan.Number))
            : Decision.Record(new PlanApproved(plan.Number));
    }

    static void Apply(Recorded<PlanApproved> approved, Session session) => session.Execute(
        "update allocation_plan set state = 'approved', approved_by = @Actor, approved_at = @At where number = @Plan",
        new { approved.Event.Plan, approved.Actor, approved.At });
}
