using Logistics.Contracts.Codes;

namespace Logistics.Contracts.Distribution;

/// <summary>An exact fraction of cartons. The denominator is positive.</summary>
public sealed record Ratio(string Numerator, string Denominator);

/// <summary>Cartons of one pack size.</summary>
public sealed record Pack(long PiecesPerCarton, long Cartons);

/// <summary>The share of one recipient in a plan.</summary>
/// <param name="Recipient">The recipient.</param>
/// <param name="Weight">Weight of the recipient under the plan's rule, an integer.</param>
/// <param name="Quota">Cartons before rounding.</param>
/// <param name="RoundingThousandths">Gain (positive) or loss from rounding, in thousandths of a carton.</param>
/// <param name="Packs">Cartons by pack size.</param>
/// <param name="Cartons">Total number of cartons.</param>
/// <param name="Pieces">Pieces in them.</param>
public sealed record PlanLine(
    RecipientCode Recipient,
    string Weight,
    Ratio Quota,
    long RoundingThousandths,
    IReadOnlyList<Pack> Packs,
    long Cartons,
    long Pieces);

/// <summary>An indicator that contributes to a rule's weights, with its source.</summary>
/// <param name="Name">For example <c>physicians</c>.</param>
/// <param name="Year">Year of the figures.</param>
/// <param name="Source">Publisher of the figures.</param>
/// <param name="Share">Relative share of this indicator in the weights, an integer; 1 for a single indicator.</param>
public sealed record Indicator(string Name, int Year, string Source, int Share);

public enum AllocationMethod
{
    Webster,
    LargestRemainder,
    FixedWithRemainder,
    MinimumFirst,
}

/// <summary>The rule that a plan applies to allocate cartons.</summary>
/// <param name="Method">The method.</param>
/// <param name="Indicators">The weights; empty only for fixed amounts.</param>
/// <param name="ReservePercent">Percentage of the stock's cartons that stay at the hub, an integer from 0 to 100; rounded up to cartons.</param>
/// <param name="MinimumCartons">Minimum number of cartons for each recipient.</param>
/// <param name="MaximumCartons">Maximum number of cartons for each recipient; null for no limit.</param>
/// <param name="Excluded">Recipients that get nothing.</param>
/// <param name="Fixed">Cartons by recipient, for <see cref="AllocationMethod.FixedWithRemainder"/>.</param>
/// <param name="RemainderTo">Recipient of the remainder, for <see cref="AllocationMethod.FixedWithRemainder"/>.</param>
public sealed record PlanRule(
    AllocationMethod Method,
    IReadOnlyList<Indicator> Indicators,
    int ReservePercent,
    long MinimumCartons,
    long? MaximumCartons,
    IReadOnlyList<RecipientCode> Excluded,
    IReadOnlyDictionary<RecipientCode, long>? Fixed,
    RecipientCode? RemainderTo);

/// <summary>An allocation plan was drafted for all free stock of one product and size.</summary>
/// <param name="Plan">Its number, <c>A-2020-0001</c>.</param>
/// <param name="Product">The product.</param>
/// <param name="Size">The size; null if the product has none.</param>
/// <param name="Tranche">1 for the first plan of this product and size, then 2…</param>
/// <param name="Rule">The rule of the allocation.</param>
/// <param name="Stock">The stock that is allocated.</param>
/// <param name="Reserve">The cartons that stay at the hub.</param>
/// <param name="Lines">All recipients, including those that get nothing.</param>
/// <param name="On">Lots that have expired on this day are not allocated; null in events of the first release.</param>
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

/// <summary>A plan became binding. Its cartons follow as <see cref="CartonsReserved"/>.</summary>
[EventName("distribution.plan-published.v1")]
public sealed record PlanPublished(DocumentNumber Plan);

/// <summary>Up to 2,000 cartons were reserved for one recipient.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Recipient">The recipient.</param>
/// <param name="Cartons">The cartons.</param>
/// <param name="Movements">From hub to reserved.</param>
[EventName("distribution.cartons-reserved.v1")]
public sealed record CartonsReserved(
    DocumentNumber Plan,
    RecipientCode Recipient,
    IReadOnlyList<CartonId> Cartons,
    IReadOnlyList<Movement> Movements) : IMovesPieces
{
    public const int MaxCartons = 2_000;
}

/// <summary>Weights for a rule were uploaded. They replace earlier ones of the same name.</summary>
[EventName("distribution.weights-uploaded.v1")]
public sealed record WeightsUploaded(string Name, int Year, string Source, IReadOnlyDictionary<RecipientCode, long> Weights);
