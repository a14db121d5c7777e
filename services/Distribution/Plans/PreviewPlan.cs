using Logistics.Client.Distribution;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;

namespace Logistics.Distribution.Plans;

/// <summary>Returns what a plan would allocate, with the number that a draft would get now. Stores nothing, so it can be repeated freely.</summary>
public static class PreviewPlan
{
    public static void Map(ServiceDefinition distribution) => distribution
        .Post(DistributionRoutes.PreviewPlan, Handle, Role.Coordinator);

    static Answer<PreviewPlanAnswer> Handle(DraftPlanRequest request, Command command)
    {
        if (Check.Date("on", request.On) is { } wrong)
            return wrong;
        var number = Plan.NextNumber(command.Session, request.On);
        var free = FreeStock.Load(command.Session, request.Product, request.Size, request.On);
        var decision = DraftPlan.Decide(number, request, ShareBasis.Load(command.Session, request.Product, request.Size, free));
        return decision.IsRefused ? decision.Refusal : Answer.Ok(new PreviewPlanAnswer(decision.Event, free.LeftOut));
    }
}
