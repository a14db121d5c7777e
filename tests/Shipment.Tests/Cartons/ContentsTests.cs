using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Shipment.Consignments;

namespace Logistics.Shipment.Tests.Cartons;

public sealed class ContentsTests
{
    [Fact]
    public void Goods_are_summed_by_line_size_and_lot()
    {
        var cartons = Some.Cartons(Some.Donation, 1, "mask", 'A', 2, 60, "A").Concat(Some.Cartons(Some.Donation, 1, "mask", 'B', 1, 50, "B"));

        Assert.Equal([120, 50], Contents.Sum(cartons).Select(goods => goods.Pieces));
        Assert.Empty(Contents.Move(LedgerAccount.InAir, LedgerAccount.InAir, cartons));
    }

    [Fact]
    public void Cartons_are_split_by_what_is_in_them()
    {
        Goods[] mixed = [Some.Goods(Some.Donation, 1, "mask", 1), Some.Goods(Some.Donation, 2, "garment", 1)];
        var cartons = Some.Masks(300).Select(carton => carton with { Goods = mixed });

        Assert.Equal([125, 125, 50], Contents.InEvents(cartons).Select(part => part.Count));
        Assert.Equal([250, 50], Contents.InEvents(Some.Masks(300)).Select(part => part.Count));
    }
}
