using System.Diagnostics.CodeAnalysis;

namespace Logistics.Distribution.Allocations;

/// <summary>An allocation, or all reasons why it is impossible.</summary>
public sealed record AllocationResult
{
    internal AllocationResult(Allocation allocation) => Allocation = allocation;

    internal AllocationResult(IReadOnlyList<AllocationFault> faults) => Faults = faults;

    public Allocation? Allocation { get; }

    /// <summary>Gets the faults; empty if there is an allocation.</summary>
    public IReadOnlyList<AllocationFault> Faults { get; } = [];

    [MemberNotNullWhen(true, nameof(Allocation))]
    public bool Succeeded => Allocation is not null;
}
