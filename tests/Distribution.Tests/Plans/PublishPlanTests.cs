using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Contracts.Syntax;
using Logistics.Distribution.Plans;
using static Logistics.Distribution.Tests.Plans.GivenPlans;

namespace Logistics.Distribution.Tests.Plans;

public sealed class PublishPlanTests
{
    [Fact]
    public void Publishing_deals_cartons_in_the_order_given_to_recipients_by_code()
    {
        var decision = PublishPlan.Decide(PlanIn(PlanState.Approved), Cartons.Stocked(Cartons.Masks(3)), 0);

        Assert.Equal(Number, Assert.IsType<PlanPublished>(decision.Events[0]).Plan);
        var (tokyo, osaka) = ((CartonsReserved)decision.Events[1], (CartonsReserved)decision.Events[2]);
        Assert.Equal(["D-2020-0001/M00001", "D-2020-0001/M00002"], tokyo.Cartons.Select(carton => carton.Value));
        Assert.Equal(["D-2020-0001/M00003"], osaka.Cartons.Select(carton => carton.Value));
        var movement = Assert.Single(tokyo.Movements);
        Assert.Equal((LedgerAccount.Hub, LedgerAccount.Reserved(tokyo.Recipient), 120), (movement.From, movement.To, movement.Goods.Pieces));
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(4, 0)]
    [InlineData(3, 1)]
    public void A_plan_whose_stock_or_tranche_is_no_longer_true_is_not_published(int cartons, int published)
    {
        var refusal = PublishPlan.Decide(PlanIn(PlanState.Approved), Cartons.Stocked(Cartons.Masks(cartons)), published).Refusal!;

        Assert.Equal("plan-stock-changed", refusal.Code);
        Assert.Contains(("plannedCartons", 3L), refusal.Facts);
        Assert.Contains(("freeCartons", (long)cartons), refusal.Facts);
        Assert.Contains(("publishedSince", published), refusal.Facts);
    }

    [Fact]
    public void Only_an_approved_plan_is_published() => Assert.All(
        [PlanState.Draft, PlanState.Published, PlanState.Discarded],
        state => Assert.Equal("plan-not-approved", PublishPlan.Decide(PlanIn(state), Cartons.Stocked(Cartons.Masks(3)), 0).Refusal?.Code));

    [Fact]
    public async Task What_expires_first_is_kept_first_and_a_published_plan_counts_for_the_next_tranche()
    {
        await using var hub = await Hub.With([.. Cartons.Masks(2, expiry: "2023-01-31"), .. Cartons.Masks(1, first: 9, lot: "B", expiry: "2022-01")]);
        await hub.Publish(Cartons.Mask, ("13", 2), ("27", 1));
        Assert.Equal(1, await hub.Read("select count(*) from carton where recipient = '13' and lots = 'B'"));
        Assert.Equal(1, await hub.Read("select count(*) from carton where recipient = '27' and lots = 'A'"));

        await hub.Deliver(Cartons.Masks(1, first: 20));
        var second = (await hub.Post("/plans", new { product = "mask", on = "2020-06-01", rule = new { method = "webster", indicators = new[] { new { name = "physicians", share = 1 } } } })).Expect(201);

        Assert.Equal(2, (int)second["draft"]!["tranche"]!);
        Assert.Equal(0, (long)second["draft"]!["lines"]!.AsArray().Single(line => (string)line!["recipient"]! == "13")!["cartons"]!);
        Assert.Equal(["published", "draft"], (await hub.List("/plans")).Select(plan => (string)plan!["state"]!));
        Assert.Equal("coordinator-second", (string?)(await hub.Get("/plans/A-2020-0001"))["approvedBy"]);
    }

    [Fact]
    public async Task Two_plans_over_the_same_cartons_cannot_both_be_published()
    {
        await using var hub = await Hub.With(Cartons.Masks(3));
        (await hub.Post("/plans", Hub.Fixed(Cartons.Mask, ("13", 2), ("27", 1)))).Expect(201);
        await hub.Publish(Cartons.Mask, ("01", 3));
        (await hub.Approve("A-2020-0001")).Expect(200);

        Assert.Equal("plan-stock-changed", (await hub.Post("/plans/A-2020-0001/publication", new { })).Expect(409).Code);
        (await hub.Post("/plans/A-2020-0001/discard", new { reason = "Superseded" })).Expect(200);
        Assert.Equal("discarded", (string?)(await hub.Get("/plans/A-2020-0001"))["state"]);
    }
}
