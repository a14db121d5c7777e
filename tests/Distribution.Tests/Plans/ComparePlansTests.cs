using Logistics.Client.Distribution;
using Logistics.Contracts.Distribution;
using Logistics.Distribution.Plans;
using static Logistics.Distribution.Tests.Plans.GivenPlans;

namespace Logistics.Distribution.Tests.Plans;

public sealed class ComparePlansTests
{
    [Fact]
    public void Two_rules_are_compared_and_one_or_three_are_not()
    {
        var left = new LeftOut([], 0, 0);
        var compared = Assert.IsType<ComparePlansAnswer>(ComparePlans.Compare([ByPhysicians, ByPhysicians with { ReservePercent = 10 }], FiveThousand, left).Body);

        Assert.Equal(500, compared.ReserveCartons);
        Assert.Equal(-500, compared.Differences.Sum(difference => difference.Cartons));
        Assert.Equal("comparison-two-rules", ComparePlans.Compare([ByPhysicians], FiveThousand, left).Refusal?.Code);
        Assert.Equal("indicator-unknown", ComparePlans.Compare([ByPhysicians, new(AllocationMethod.Webster, [new("nurses")])], FiveThousand, left).Refusal?.Code);
    }

    [Fact]
    public async Task A_comparison_stores_nothing()
    {
        await using var hub = await Hub.With(Cartons.Masks(100));
        var head = hub.Log.Head;
        object[] rules = [new { method = "webster", indicators = new[] { new { name = "physicians" } } }, new { method = "largest-remainder", indicators = new[] { new { name = "population" } } }];

        var compared = (await hub.Post("/plans/comparison", new { product = "mask", on = "2020-05-14", rules })).Expect(200);

        Assert.Equal(47, compared["differences"]!.AsArray().Count);
        Assert.Equal(head, hub.Log.Head);
    }
}
