using System.Numerics;
using Logistics.Contracts.Syntax;
using Logistics.Distribution.Allocations;
using Logistics.Hosting.Refusals;

namespace Logistics.Distribution.Plans;

/// <summary>Combines the faults of a rule into one refusal with the code of the first; lists all if there are several.</summary>
static class AllocationRefusal
{
    /// <param name="faults">At least one.</param>
    public static Refusal Of(IReadOnlyList<AllocationFault> faults)
    {
        var all = faults.Select(fault => new CodeFault(fault.Code, [.. fault.Facts.Select(fact => (fact.Name, Plain(fact.Value)))])).ToList();
        Refusal refusal = all[0];
        return all.Count == 1 ? refusal : refusal with { Errors = [.. all.Select(fault => new RefusalDetail(null, "rule", fault))] };
    }

    // A figure beyond the range of a long cannot be written as a JSON number.
    static object Plain(object value) => value switch
    {
        BigInteger big when big >= long.MinValue && big <= long.MaxValue => (long)big,
        BigInteger big => big.ToString(),
        _ => value,
    };
}
