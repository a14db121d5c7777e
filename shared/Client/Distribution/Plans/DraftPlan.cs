using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;

namespace Logistics.Client.Distribution;

/// <param name="Product">What is shared.</param>
/// <param name="On">A lot that has expired by this day is left out; 2000 to 2100.</param>
/// <param name="Rule">How it is shared.</param>
/// <param name="Size">Null or blank for goods without a size.</param>
public sealed record DraftPlanRequest(ProductCode Product, DateOnly On, RuleRequest Rule, string? Size = null);

/// <param name="Plan">Its number.</param>
/// <param name="Draft">What it shares and how.</param>
/// <param name="LeftOut">Free goods that it does not share.</param>
public sealed record DraftPlanAnswer(DocumentNumber Plan, PlanDrafted Draft, LeftOut LeftOut);

/// <summary>Free goods of the product and size that no plan shares.</summary>
/// <param name="Expired">Lots past their last day.</param>
/// <param name="MixedCartons">Cartons that also hold other products or sizes.</param>
/// <param name="MixedPieces">Pieces of this product and size in those.</param>
public sealed record LeftOut(IReadOnlyList<ExpiredLot> Expired, long MixedCartons, long MixedPieces);

/// <summary>Cartons that an expired lot keeps out of a plan.</summary>
/// <param name="Lot">The lot; null if the goods have none.</param>
/// <param name="Expiry">Its last day.</param>
/// <param name="Cartons">Cartons that hold it.</param>
/// <param name="Pieces">All pieces in them.</param>
public sealed record ExpiredLot(LotNumber? Lot, Expiry Expiry, long Cartons, long Pieces);

public static partial class DistributionRoutes
{
    public static readonly CommandRoute<DraftPlanRequest, DraftPlanAnswer> DraftPlan = new(Service, "/plans");
}

public sealed partial class DistributionClient
{
    /// <summary>Drafts a plan over the whole free stock of a product and size. It binds nobody before it is published.</summary>
    public Task<Reply<DraftPlanAnswer>> DraftPlan(DraftPlanRequest request, string key, CancellationToken cancel = default) =>
        Calls.Send(DistributionRoutes.DraftPlan, DistributionRoutes.DraftPlan.At(), request, key, cancel);
}
