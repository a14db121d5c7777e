using Logistics.Client.Distribution;
using Logistics.Contracts.Distribution;
using Logistics.Distribution.Plans;
using static Logistics.Distribution.Tests.Plans.GivenPlans;

namespace Logistics.Distribution.Tests.Plans;

public sealed class ApprovePlanTests
{
    [Fact]
    public void Somebody_else_approves_a_draft_once()
    {
        Assert.Equal(new PlanApproved(Number), ApprovePlan.Decide(PlanIn(PlanState.Draft), "second").Event);
        Assert.Equal("plan-second-person", ApprovePlan.Decide(PlanIn(PlanState.Draft), "author").Refusal?.Code);
        Assert.Equal("plan-not-draft", ApprovePlan.Decide(PlanIn(PlanState.Approved), "second").Refusal?.Code);
    }
}
