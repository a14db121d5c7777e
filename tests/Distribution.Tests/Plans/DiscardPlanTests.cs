using Logistics.Client.Distribution;
using Logistics.Contracts.Distribution;
using Logistics.Distribution.Plans;
using static Logistics.Distribution.Tests.Plans.GivenPlans;

namespace Logistics.Distribution.Tests.Plans;

public sealed class DiscardPlanTests
{
    [Fact]
    public void A_plan_is_discarded_with_a_reason_until_it_is_published()
    {
        Assert.Equal(new PlanDiscarded(Number, "Too early"), DiscardPlan.Decide(PlanIn(PlanState.Approved), new("Too early")).Event);
        Assert.Equal("reason-required", DiscardPlan.Decide(PlanIn(PlanState.Draft), new("")).Refusal?.Code);
        Assert.Equal("text-too-long", DiscardPlan.Decide(PlanIn(PlanState.Draft), new(new string('x', 501))).Refusal?.Code);
        Assert.Equal("plan-final", DiscardPlan.Decide(PlanIn(PlanState.Published), new("Too late")).Refusal?.Code);
        Assert.Equal("plan-final", DiscardPlan.Decide(PlanIn(PlanState.Discarded), new("Again")).Refusal?.Code);
    }
}
