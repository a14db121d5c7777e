using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.EventLog;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;

namespace Logistics.Distribution.Plans;

/// <summary>Coordinators put a plan away that was not published.</summary>
public static class DiscardPlan
{
    public sealed record Request(string Reason);

    public sealed record Discarded(DocumentNumber Plan);

    public static void Map(ServiceDefinition distribution) => distribution
        .Post<Request>("/plans/{plan}/discard", Handle, Role.Coordinator)
        .On<PlanDiscarded>(Apply);

    static Answer Handle(Request request, Command command)
    {
        var number = command.Route<DocumentNumber>("plan");
        if (Plan.Load(command.Session, number) is not { } plan)
            return new Refusal("not-found");
        return command.Record(Plan.Stream(number), Decide(plan, request), out var refusal)
            ? Answer.Ok(new Discarded(number))
            : refusal;
    }

    public static Decision Decide(Plan plan, Request request)
    {
        if (plan.State is PlanState.Published or PlanState.Discarded)
            return new Refusal("plan-final", ("plan", plan.Number), ("state", plan.State));
        return Limits.Reason("reason", request.Reason) is { } wrong
            ? wrong
            : Decision.Record(new PlanDiscarded(plan.Number, request.Reason));
    }

    static void Apply(Recorded<PlanDiscarded> discarded, Session session) => session.Execute(
        "update allocation_plan set state = 'discarded', discard_reason = @Reason where number = @Plan",
        new { discarded.Event.Plan, discarded.Event.Reason });
}
