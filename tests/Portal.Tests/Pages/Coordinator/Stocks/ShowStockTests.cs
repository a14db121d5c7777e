using Logistics.Hosting.Access;

namespace Logistics.Portal.Tests.Pages.Coordinator.Stocks;

public sealed class ShowStockTests(FourServices services) : IClassFixture<FourServices>
{
    const string Path = "/coordinator/stock";

    [Fact]
    public async Task Free_and_reserved_goods_are_told_apart()
    {
        var product = await services.Stock(5);
        await services.Published(("13", 3), ("27", 1));
        using var coordinator = await services.SignIn(Role.Coordinator);

        var page = (await coordinator.Get(Path)).Expect(200);

        Assert.Contains("In stock 300 pcs 5 cartons Free 300 pcs 5 cartons Reserved 0 pcs 0 cartons", page.Words, StringComparison.Ordinal);
        Assert.Contains("In stock 240 pcs 4 cartons Free 0 pcs 0 cartons Reserved 240 pcs 4 cartons", page.Words, StringComparison.Ordinal);
        Assert.Contains($"/coordinator/allocations/new?goods={product}\"", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_coordinator_is_invited_to_share_out()
    {
        await services.Stock(1);
        using var auditor = await services.SignIn(Role.Auditor);
        using var association = await services.SignIn(Role.Association);

        Assert.DoesNotContain("/coordinator/allocations/new", (await auditor.Get(Path)).Expect(200).Text, StringComparison.Ordinal);
        (await association.Get(Path)).Expect(404);
    }
}
