using System.Diagnostics.CodeAnalysis;

namespace Logistics.Distribution.Allocations;

/// <summary>An allocation, or every reason against it.</summary>
public sealed record AllocationResult
{
    internal AllocationResult(Allocation allocation) => Allocation = allocation;

    internal AllocationResult(IReadOnlyList<AllocationFault> faults) => Faults = faults;

    public Allocation? Allocation { get; }

    /// <summary>Empty when there is an allocation.</summary>
    public IReadOnlyList<AllocationFault> Faults { get; } = [];

    [MemberNotNullWhen(true, nameof(Allocation))]
    public bool Succeeded => Allocation is not null;
}
