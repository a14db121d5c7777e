using Logistics.Distribution.Apportionments;

namespace Logistics.Distribution.Allocations;

/// <summary>All that an allocation depends on; the order of its lists does not matter.</summary>
/// <param name="Stock">Whole cartons by pack size; the same size twice is added together.</param>
/// <param name="Recipients">Each code once.</param>
/// <param name="Rule">How to share.</param>
public sealed record AllocationInput(IReadOnlyList<PackCartons> Stock, IReadOnlyList<AllocationRecipient> Recipients, AllocationRule Rule)
{
    /// <summary>Pieces that stock and earlier tranches may hold together at most; keeps every figure of a line within a <see langword="long"/>.</summary>
    public const long MaxPieces = 1_000_000_000_000_000;
}
