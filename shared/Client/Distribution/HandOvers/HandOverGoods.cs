using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;

namespace Logistics.Client.Distribution;

/// <param name="Institution">Who gets the goods; its name has 1 to 200 characters.</param>
/// <param name="At">When, with the offset of the place.</param>
/// <param name="Goods">1 to 100 lines.</param>
/// <param name="Recipient">The association; required from a coordinator only.</param>
public sealed record HandOverGoodsRequest(Institution Institution, DateTimeOffset At, IReadOnlyList<HandOverLine> Goods, RecipientCode? Recipient = null);

/// <param name="Product">What.</param>
/// <param name="Pieces">How many, at least 1.</param>
/// <param name="Size">Null if the association holds one size only, or the product has none.</param>
/// <param name="Lot">Null takes what expires first.</param>
public sealed record HandOverLine(ProductCode Product, long Pieces, string? Size = null, LotNumber? Lot = null);

/// <param name="HandOver">Its number.</param>
/// <param name="Goods">What was taken, by donation, line, size and lot.</param>
public sealed record HandOverGoodsAnswer(DocumentNumber HandOver, IReadOnlyList<Goods> Goods);

public static partial class DistributionRoutes
{
    public static readonly CommandRoute<HandOverGoodsRequest, HandOverGoodsAnswer> HandOverGoods = new(Service, "/handovers");
}

public sealed partial class DistributionClient
{
    /// <summary>Records that an association handed goods to a hospital or clinic.</summary>
    public Task<Reply<HandOverGoodsAnswer>> HandOverGoods(HandOverGoodsRequest request, string key, CancellationToken cancel = default) =>
        Calls.Send(DistributionRoutes.HandOverGoods, DistributionRoutes.HandOverGoods.At(), request, key, cancel);
}
