using Logistics.Client.Distribution;
using Logistics.Hosting.Access;

namespace Logistics.Distribution.Tests.Plans;

public sealed class ListPlansTests
{
    [Fact]
    public async Task Plans_are_found_by_state_and_product_page_by_page()
    {
        await using var hub = await Hub.With([.. Cartons.Masks(4), Cartons.Of("G", Cartons.Goods(Cartons.Garment, 2, 10, "G"))]);
        await hub.Publish(Cartons.Mask, ("13", 4));
        await hub.Post("/plans", Hub.Fixed(Cartons.Garment, ("27", 0)));
        var distribution = new DistributionClient(hub.Host.Calls(Role.Auditor));

        var published = (await distribution.ListPlans(new ListPlansQuery { State = PlanState.Published })).Expect();
        var garments = (await distribution.ListPlans(new ListPlansQuery { Product = Cartons.Garment })).Expect();
        var page = await distribution.ListPlans(new ListPlansQuery { Limit = 1 });

        Assert.Equal(("A-2020-0001", 4, 240), (Assert.Single(published).Number.Value, published[0].Cartons, published[0].Pieces));
        Assert.Equal(("A-2020-0002", PlanState.Draft), (Assert.Single(garments).Number.Value, garments[0].State));
        Assert.Equal(2, page.Total);
        Assert.Equal("A-2020-0002", Assert.Single((await distribution.ListPlans(new ListPlansQuery { After = Assert.Single(page.Expect()).Number.Value })).Expect()).Number.Value);
    }

    [Fact]
    public async Task A_state_that_no_plan_can_have_is_refused_with_those_that_it_can()
    {
        await using var hub = await Hub.With();

        var refused = await hub.Get("/plans?state=final");

        Assert.Equal("filter-unknown", refused.Expect(400).Code);
        Assert.Equal("""["draft","approved","published","discarded"]""", refused["allowed"]?.ToJsonString());
    }
}
