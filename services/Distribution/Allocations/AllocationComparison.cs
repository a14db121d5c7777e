namespace Logistics.Distribution.Allocations;

/// <summary>How much more (above 0) or less (below 0) a recipient gets in the second of two allocations.</summary>
public readonly record struct AllocationDifference(string Code, long Cartons, long Pieces);

/// <summary>Compares two allocations, for example of the same stock under two rules.</summary>
/// <param name="Differences">One for each recipient of either, including differences of 0, in the order of their codes.</param>
/// <param name="ReserveCartons">Second minus first.</param>
/// <param name="ReservePieces">Second minus first.</param>
public sealed record AllocationComparison(IReadOnlyList<AllocationDifference> Differences, long ReserveCartons, long ReservePieces)
{
    /// <summary>Returns the second allocation minus the first. A recipient missing in one of them counts as 0 there.</summary>
    public static AllocationComparison Of(Allocation first, Allocation second)
    {
        var differences = first.Lines.Select(line => (line.Code, Cartons: -line.Cartons, Pieces: -line.Pieces))
            .Concat(second.Lines.Select(line => (line.Code, line.Cartons, line.Pieces)))
            .GroupBy(line => line.Code, StringComparer.Ordinal)
            .OrderBy(lines => lines.Key, StringComparer.Ordinal)
            .Select(lines => new AllocationDifference(lines.Key, lines.Sum(line => line.Cartons), lines.Sum(line => line.Pieces)));
        return new AllocationComparison(
            [.. differences],
            second.Reserve.Sum(pack => pack.Cartons) - first.Reserve.Sum(pack => pack.Cartons),
            second.Reserve.Sum(pack => pack.Pieces) - first.Reserve.Sum(pack => pack.Pieces));
    }
}
