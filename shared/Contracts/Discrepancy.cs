using Logistics.Contracts.Codes;

namespace Logistics.Contracts;

/// <summary>A case opened by a count or a receipt, to be resolved by a person.</summary>
/// <param name="Number">For example <c>DSC-2020-0001</c>.</param>
/// <param name="Kind">Kind of discrepancy.</param>
/// <param name="Goods">The goods concerned; empty for unannounced cartons.</param>
/// <param name="Cartons">Number of cartons; 0 if pieces were counted.</param>
/// <param name="Reason">The reason stated by the person who found it.</param>
public sealed record Discrepancy(
    DocumentNumber Number,
    DiscrepancyKind Kind,
    IReadOnlyList<Goods> Goods,
    int Cartons,
    string? Reason);

public enum DiscrepancyKind
{
    Shortage,
    Overage,
    Damage,
    Unfit,
}
