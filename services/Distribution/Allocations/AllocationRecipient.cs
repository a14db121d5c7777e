using System.Numerics;

namespace Logistics.Distribution.Allocations;

/// <summary>A recipient of an allocation.</summary>
/// <param name="Code">For example <c>13</c>; compared ordinally, and the lower code wins a tie.</param>
/// <param name="Weight">Any indicator, 0 or more; only its proportion to the other weights counts.</param>
/// <param name="AlreadyGiven">Pieces of the same goods from earlier published tranches.</param>
public sealed record AllocationRecipient(string Code, BigInteger Weight, long AlreadyGiven = 0);
