using Logistics.Contracts.Distribution;

namespace Logistics.Distribution.Allocations;

/// <summary>Cartons given to one recipient regardless of weight.</summary>
public readonly record struct FixedCartons(string Code, long Cartons);

/// <summary>The rule that divides stock among recipients.</summary>
public sealed record AllocationRule
{
    public AllocationMethod Method { get; init; } = AllocationMethod.Webster;

    /// <summary>
    /// Gets the part of the stock's pieces that is withheld, in hundredths of a percent: 0 to 10,000. Taken before dividing, from the
    /// smallest packs first, and rounded up to whole cartons.
    /// </summary>
    public int ReserveBasisPoints { get; init; }

    /// <summary>Gets the minimum number of cartons for every recipient in this plan, including weight 0 but not excluded ones.</summary>
    public long MinimumCartons { get; init; }

    /// <summary>Gets the maximum number of cartons for every recipient in this plan; null for no limit.</summary>
    public long? MaximumCartons { get; init; }

    /// <summary>Gets the codes of recipients that get nothing and whose weight does not count.</summary>
    public IReadOnlyCollection<string> Excluded { get; init; } = [];

    /// <summary>
    /// Gets the fixed amounts of <see cref="AllocationMethod.FixedWithRemainder"/>; recipients without one get nothing, except <see
    /// cref="RemainderTo"/>.
    /// </summary>
    public IReadOnlyList<FixedCartons> Fixed { get; init; } = [];

    /// <summary>Gets the recipient of the remainder, for <see cref="AllocationMethod.FixedWithRemainder"/>.</summary>
    public string? RemainderTo { get; init; }
}
