using Logistics.Client.Distribution;
using Logistics.Hosting.Access;

namespace Logistics.Distribution.Tests.Stocks;

public sealed class GetStockTests
{
    [Fact]
    public async Task Stock_is_told_by_product_by_line_and_for_one_product()
    {
        var mixed = Cartons.Of("X", Cartons.Goods(Cartons.Mask, 1, 30, "A"), Cartons.Goods(Cartons.Garment, 2, 10, "G"));
        await using var hub = await Hub.With([.. Cartons.Masks(3), mixed]);
        await hub.Publish(Cartons.Mask, ("13", 3));
        await hub.Deliver(Cartons.Masks(2, first: 10));
        var distribution = new DistributionClient(hub.Host.Calls(Role.Foundation));

        var all = (await distribution.GetStock(new GetStockQuery())).Expect();
        var garments = (await distribution.GetStock(new GetStockQuery { Product = Cartons.Garment })).Expect();

        var masks = Assert.Single(all.Products);
        Assert.Equal((2, 120, 3, 180), (masks.FreeCartons, masks.FreePieces, masks.ReservedCartons, masks.ReservedPieces));
        Assert.Equal([(150L, 180L), (10L, 0L)], all.Lines.Select(line => (line.FreePieces, line.ReservedPieces)));
        Assert.Empty(garments.Products);
        Assert.Equal(mixed.Id, Assert.Single(garments.MixedCartons).Id);
        Assert.Equal(Cartons.Garment, Assert.Single(garments.Lines).Product);
    }
}
