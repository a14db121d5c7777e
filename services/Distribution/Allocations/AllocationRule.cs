using Logistics.Contracts.Distribution;

namespace Logistics.Distribution.Allocations;

/// <summary>Cartons that one recipient gets whatever its weight.</summary>
public readonly record struct FixedCartons(string Code, long Cartons);

/// <summary>How stock becomes lines.</summary>
public sealed record AllocationRule
{
    public AllocationMethod Method { get; init; } = AllocationMethod.Webster;

    /// <summary>
    /// Part of the stock's pieces that is kept back, in hundredths of a percent: 0 to 10,000. Taken before sharing, from the
    /// smallest packs first, and rounded up to whole cartons.
    /// </summary>
    public int ReserveBasisPoints { get; init; }

    /// <summary>Cartons that every recipient gets in this plan, those of weight 0 too; excluded ones not.</summary>
    public long MinimumCartons { get; init; }

    /// <summary>Cartons that no recipient exceeds in this plan; null for no limit.</summary>
    public long? MaximumCartons { get; init; }

    /// <summary>Codes that get nothing and whose weight does not count.</summary>
    public IReadOnlyCollection<string> Excluded { get; init; } = [];

    /// <summary>For <see cref="AllocationMethod.FixedWithRemainder"/>: who is not named here, and is not the one below, gets nothing.</summary>
    public IReadOnlyList<FixedCartons> Fixed { get; init; } = [];

    /// <summary>For <see cref="AllocationMethod.FixedWithRemainder"/>: the code that gets the rest.</summary>
    public string? RemainderTo { get; init; }
}
