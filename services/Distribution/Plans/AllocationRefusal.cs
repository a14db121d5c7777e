using System.Numerics;
using Logistics.Contracts.Syntax;
using Logistics.Distribution.Allocations;
using Logistics.Hosting.Refusals;

namespace Logistics.Distribution.Plans;

/// <summary>Makes one refusal of the faults of a rule: it has the code of the first, and lists all if there are several.</summary>
static class AllocationRefusal
{
    /// <param name="faults">At least one.</param>
    public static Refusal Of(IReadOnlyList<AllocationFault> faults)
    {
        var all = faults.Select(fault => new CodeFault(fault.Code, [.. fault.Facts.Select(fact => (fact.Name, Plain(fact.Value)))])).ToList();
        Refusal refusal = all[0];
        return all.Count == 1 ? refusal : refusal with { Errors = [.. all.Select(fault => new RefusalDetail(null, "rule", fault))] };
    }

    // A figure beyond a long is a number without a plain form in JSON.
    static object Plain(object value) => value switch
    {
        BigInteger big when big >= long.MinValue && big <= long.MaxValue => (long)big,
        BigInteger big => big.ToString(),
        _ => value,
    };
}
