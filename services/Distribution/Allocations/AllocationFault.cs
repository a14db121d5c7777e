namespace Logistics.Distribution.Allocations;

/// <summary>Explains why no allocation is possible: a stable refusal code and the facts that its message needs.</summary>
/// <param name="Code">For example <c>allocation-minimum-exceeds-stock</c>.</param>
/// <param name="Facts">For example <c>needed</c> and <c>available</c>, in cartons.</param>
public readonly record struct AllocationFault(string Code, params (string Name, object Value)[] Facts);
