using Logistics.Contracts.Distribution;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Distribution.Plans;

/// <summary>What a plan would share by a rule, to be looked at as often as one likes. It has the number that a draft would get now, and nothing is stored.</summary>
public static class PreviewPlan
{
    /// <param name="Plan">As it would be drafted.</param>
    /// <param name="LeftOut">Free goods that it does not share.</param>
    public sealed record Previewed(PlanDrafted Plan, LeftOut LeftOut);

    public static void Map(ServiceDefinition distribution) => distribution
        .Post<DraftPlan.Request>("/plans/preview", Handle, Role.Coordinator);

    static Answer Handle(DraftPlan.Request request, Command command)
    {
        if (Limits.Date("on", request.On) is { } wrong)
            return wrong;
        var number = Numbers.Next(command.Session, "allocation_plan", "A", request.On.Year);
        var free = FreeStock.Load(command.Session, request.Product, request.SizeOrNone, request.On);
        var decision = DraftPlan.Decide(number, request, DraftPlan.BasisOf(command.Session, request.Product, request.SizeOrNone, free));
        return decision.Refusal is { } refusal ? refusal : Answer.Ok(new Previewed((PlanDrafted)decision.Events[0], LeftOut.Of(free)));
    }
}
