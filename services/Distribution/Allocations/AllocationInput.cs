using Logistics.Distribution.Apportionments;

namespace Logistics.Distribution.Allocations;

/// <summary>The complete input of an allocation; the order of its lists does not matter.</summary>
/// <param name="Stock">Whole cartons by pack size; entries of the same size are added.</param>
/// <param name="Recipients">Recipients with distinct codes.</param>
/// <param name="Rule">The rule of the allocation.</param>
public sealed record AllocationInput(IReadOnlyList<PackCartons> Stock, IReadOnlyList<AllocationRecipient> Recipients, AllocationRule Rule)
{
    /// <summary>Maximum number of pieces in stock and earlier tranches together; keeps every figure of a line within a <see langword="long"/>.</summary>
    public const long MaxPieces = 1_000_000_000_000_000;
}
