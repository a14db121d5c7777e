using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.Distribution.Stocks;

namespace Logistics.Distribution.Tests;

/// <summary>Cartons for tests.</summary>
public static class Cartons
{
    public static readonly ProductCode Mask = Code.Parse<ProductCode>("mask");
    public static readonly ProductCode Garment = Code.Parse<ProductCode>("garment");
    public static readonly DonationNumber Donation = DonationNumber.From(2020, 1);

    public static Carton[] Masks(int count, int first = 1, long pieces = 60, string lot = "A", string? expiry = "2022-04-30") =>
        [.. Enumerable.Range(first, count).Select(i => Of($"M{i:00000}", Goods(Mask, 1, pieces, lot, expiry)))];

    public static Carton[] Garments(int count, int first = 1, string? size = "L") =>
        [.. Enumerable.Range(first, count).Select(i => Of($"G{i:00000}", Goods(Garment, 2, 50, "G", null, size)))];

    public static Carton Of(string code, params Goods[] goods) => new(CartonId.From(Donation, code), code, goods);

    public static Goods Goods(ProductCode product, int line, long pieces, string lot, string? expiry = null, string? size = null) =>
        new(Donation, line, product, size, Code.Parse<LotNumber>(lot), expiry is null ? null : Code.Parse<Expiry>(expiry), pieces);

    public static StockedCarton[] Stocked(params IEnumerable<Carton> cartons) =>
        [.. cartons.Select(carton => new StockedCarton(carton.Id, null, null, carton.Goods))];

    public static StockedCarton[] Reserved(string recipient, string plan, params IEnumerable<Carton> cartons) =>
        [.. cartons.Select(carton => new StockedCarton(carton.Id, Code.Parse<RecipientCode>(recipient), Code.Parse<DocumentNumber>(plan), carton.Goods))];
}
