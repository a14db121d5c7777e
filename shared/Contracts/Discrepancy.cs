using Logistics.Contracts.Codes;

namespace Logistics.Contracts;

/// <summary>A case that a person has to resolve: found by a count or a receipt.</summary>
/// <param name="Number">For example <c>DSC-2020-0001</c>.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Goods">What it is about; empty for cartons that nobody announced.</param>
/// <param name="Cartons">How many cartons; 0 where pieces were counted.</param>
/// <param name="Reason">In the words of whoever found it.</param>
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
