using Logistics.Contracts.Codes;

namespace Logistics.Contracts.Distribution;

/// <summary>An exact fraction of cartons. The denominator is positive.</summary>
public sealed record Ratio(string Numerator, string Denominator);

/// <summary>Cartons of one size of pack.</summary>
public sealed record Pack(long PiecesPerCarton, long Cartons);

/// <summary>What one recipient gets by a plan.</summary>
/// <param name="Recipient">The recipient.</param>
/// <param name="Weight">Weight of the recipient under the plan's rule, an integer.</param>
/// <param name="Quota">Cartons before rounding.</param>
/// <param name="RoundingThousandths">What rounding gave (positive) or took, in thousandths of a carton.</param>
/// <param name="Packs">Cartons by size of pack.</param>
/// <param name="Cartons">Cartons in all.</param>
/// <param name="Pieces">Pieces in them.</param>
public sealed record PlanLine(
    RecipientCode Recipient,
    string Weight,
    Ratio Quota,
    long RoundingThousandths,
    IReadOnlyList<Pack> Packs,
    long Cartons,
    long Pieces);

/// <summary>One indicator of a rule's weights, with where it comes from.</summary>
/// <param name="Name">For example <c>physicians</c>.</param>
/// <param name="Year">Year of the figures.</param>
/// <param name="Source">Who published them.</param>
/// <param name="Share">Part of this indicator in the blend, an integer; 1 where there is only one.</param>
public sealed record Indicator(string Name, int Year, string Source, int Share);

public enum AllocationMethod
{
    Webster,
    LargestRemainder,
    FixedWithRemainder,
    MinimumFirst,
}

/// <summary>By which rule a plan shares.</summary>
/// <param name="Method">The method.</param>
/// <param name="Indicators">The weights; empty only for fixed amounts.</param>
/// <param name="ReservePercent">Whole percent of the stock's cartons that stay at the hub, rounded up to cartons; 0 to 100.</param>
/// <param name="MinimumCartons">Cartons each recipient gets at least.</param>
/// <param name="MaximumCartons">Cartons each recipient gets at most; null where there is no limit.</param>
/// <param name="Excluded">Recipients that get nothing.</param>
/// <param name="Fixed">Cartons by recipient, for <see cref="AllocationMethod.FixedWithRemainder"/>.</param>
/// <param name="RemainderTo">Who gets the rest, for <see cref="AllocationMethod.FixedWithRemainder"/>.</param>
public sealed record PlanRule(
    AllocationMethod Method,
    IReadOnlyList<Indicator> Indicators,
    int ReservePercent,
    long MinimumCartons,
    long? MaximumCartons,
    IReadOnlyList<RecipientCode> Excluded,
    IReadOnlyDictionary<RecipientCode, long>? Fixed,
    RecipientCode? RemainderTo);

/// <summary>An allocation plan was drafted over the whole free stock of one product and size.</summary>
/// <param name="Plan">Its number, <c>A-2020-0001</c>.</param>
/// <param name="Product">The product.</param>
/// <param name="Size">The size; null where the product has none.</param>
/// <param name="Tranche">1 for the first plan of this product and size, then 2…</param>
/// <param name="Rule">By which it shares.</param>
/// <param name="Stock">What it shares.</param>
/// <param name="Reserve">What stays at the hub.</param>
/// <param name="Lines">Every recipient, also those that get nothing.</param>
/// <param name="On">The day on which no lot that it shares may have expired; null in events of the first release.</param>
[EventName("distribution.plan-drafted.v1")]
public sealed record PlanDrafted(
    DocumentNumber Plan,
    ProductCode Product,
    string? Size,
    int Tranche,
    PlanRule Rule,
    IReadOnlyList<Pack> Stock,
    IReadOnlyList<Pack> Reserve,
    IReadOnlyList<PlanLine> Lines,
    DateOnly? On = null);

/// <summary>Somebody other than the author approved a plan.</summary>
[EventName("distribution.plan-approved.v1")]
public sealed record PlanApproved(DocumentNumber Plan);

/// <summary>A plan was discarded before it was published.</summary>
[EventName("distribution.plan-discarded.v1")]
public sealed record PlanDiscarded(DocumentNumber Plan, string Reason);

/// <summary>A plan binds. The cartons follow as <see cref="CartonsReserved"/>.</summary>
[EventName("distribution.plan-published.v1")]
public sealed record PlanPublished(DocumentNumber Plan);

/// <summary>Cartons are kept for one recipient, at most 2,000.</summary>
/// <param name="Plan">By which plan.</param>
/// <param name="Recipient">For whom.</param>
/// <param name="Cartons">Which.</param>
/// <param name="Movements">From hub to reserved.</param>
[EventName("distribution.cartons-reserved.v1")]
public sealed record CartonsReserved(
    DocumentNumber Plan,
    RecipientCode Recipient,
    IReadOnlyList<CartonId> Cartons,
    IReadOnlyList<Movement> Movements) : IMovesPieces
{
    public const int MostCartons = 2_000;
}

/// <summary>Weights for a rule were uploaded; the latest of a name is used.</summary>
[EventName("distribution.weights-uploaded.v1")]
public sealed record WeightsUploaded(string Name, int Year, string Source, IReadOnlyDictionary<RecipientCode, long> Weights);
