using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Shipment;
using Logistics.Distribution.Stocks;

namespace Logistics.Distribution.Tests.Stocks;

public sealed class WhenCartonsReachHubTests
{
    [Fact]
    public void Only_cartons_that_are_not_known_come_in()
    {
        var cartons = Cartons.Masks(3);

        var received = WhenCartonsReachHub.Decide(Hub.AirWaybill, [.. cartons, cartons[2]], Hub.Delivered, new HashSet<CartonId> { cartons[0].Id });

        Assert.NotNull(received);
        Assert.Equal([cartons[1].Id, cartons[2].Id], received.Cartons.Select(carton => carton.Id));
        Assert.Equal((120, Hub.Delivered), (received.Pieces, received.At));
        Assert.Null(WhenCartonsReachHub.Decide(Hub.AirWaybill, cartons, Hub.Delivered, cartons.Select(carton => carton.Id).ToHashSet()));
    }

    [Fact]
    public async Task Delivered_found_and_passed_cartons_are_stock_once()
    {
        await using var hub = await Hub.With(Cartons.Masks(2));
        await hub.Ship(
            new CartonsDelivered(Hub.AirWaybill, Hub.Delivered, Cartons.Masks(2), []),
            new CartonsFound(Hub.AirWaybill, Cartons.Masks(2, first: 2), "Behind a pallet", Hub.Delivered, []),
            new CartonsReinspected(Hub.AirWaybill, Cartons.Masks(1, first: 4), Cartons.Masks(1, first: 5), "Dried", Hub.Delivered, []));
        await hub.Followed();

        var entry = Assert.Single((await hub.Get("/stock"))["entries"]!.AsArray())!;

        Assert.Equal((4L, 240L, 240L, 0L), ((long)entry["cartons"]!, (long)entry["pieces"]!, (long)entry["freePieces"]!, (long)entry["reservedPieces"]!));
        Assert.Equal(("mask", "A", 60L), ((string)entry["product"]!, (string)entry["lots"]!, (long)entry["piecesPerCarton"]!));
    }

    [Fact]
    public async Task Cartons_of_several_lots_are_stock_and_cartons_of_several_products_stand_apart()
    {
        var twoLots = Cartons.Of("X1", Cartons.Goods(Cartons.Mask, 1, 30, "B"), Cartons.Goods(Cartons.Mask, 1, 30, "A"));
        var twoProducts = Cartons.Of("X2", Cartons.Goods(Cartons.Mask, 1, 30, "A"), Cartons.Goods(Cartons.Garment, 2, 10, "G"));
        await using var hub = await Hub.With(twoLots, twoProducts);

        var stock = await hub.Get("/stock");

        Assert.Equal("A B", (string)Assert.Single(stock["entries"]!.AsArray())!["lots"]!);
        Assert.Equal(twoProducts.Id.Value, (string)Assert.Single(stock["mixedCartons"]!.AsArray())!["id"]!);
    }

    [Fact]
    public void A_part_fits_one_event_by_cartons_by_bytes_and_by_kinds_of_goods()
    {
        Assert.Equal([2_000, 1], StockedCarton.Parts(Cartons.Stocked(Cartons.Masks(2_001))).Select(part => part.Count));
        var manyLots = Enumerable.Range(1, 301).Select(i => Cartons.Of($"L{i}", Cartons.Goods(Cartons.Mask, 1, 1, $"LOT{i}")));
        Assert.Equal([150, 150, 1], StockedCarton.Parts(Cartons.Stocked(manyLots)).Select(part => part.Count));
        var longCodes = Enumerable.Range(1, 1_000).Select(i => Cartons.Of($"{new string('箱', 25)}{i:00000}", Cartons.Goods(Cartons.Mask, 1, 1, "A")));
        Assert.All(StockedCarton.Parts(Cartons.Stocked(longCodes)), part => Assert.InRange(part.Sum(carton => carton.Id.Value.Length * 6), 1, 100_000));
    }
}
