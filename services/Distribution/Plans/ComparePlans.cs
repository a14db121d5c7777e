using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.Distribution.Allocations;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Refusals;

namespace Logistics.Distribution.Plans;

/// <summary>Compares two rules for the same stock. Stores nothing, so it can be repeated freely.</summary>
public static class ComparePlans
{
    public static void Map(ServiceDefinition distribution) => distribution
        .Post(DistributionRoutes.ComparePlans, Handle, Role.Coordinator);

    static Answer<ComparePlansAnswer> Handle(ComparePlansRequest request, Command command)
    {
        if (Check.Date("on", request.On) is { } wrong)
            return wrong;
        var free = FreeStock.Load(command.Session, request.Product, request.Size, request.On);
        return Compare(request.Rules, ShareBasis.Load(command.Session, request.Product, request.Size, free), free.LeftOut);
    }

    public static Answer<ComparePlansAnswer> Compare(IReadOnlyList<RuleRequest> rules, ShareBasis basis, LeftOut leftOut)
    {
        if (rules.Count != 2)
            return new Refusal("comparison-two-rules", ("field", "rules"), ("count", rules.Count));
        if (!ShareStock.TryBy(rules[0], basis, out var first, out var refusal) || !ShareStock.TryBy(rules[1], basis, out var second, out refusal))
            return refusal;
        var comparison = AllocationComparison.Of(first.Allocation, second.Allocation);
        return Answer.Ok(new ComparePlansAnswer(
            basis.Stock,
            new ComparedPlan(first.Rule, first.Reserve, first.Lines),
            new ComparedPlan(second.Rule, second.Reserve, second.Lines),
            [.. comparison.Differences.Select(one => new PlanDifference(Code.Parse<RecipientCode>(one.Code), one.Cartons, one.Pieces))],
            comparison.ReserveCartons,
            comparison.ReservePieces,
            leftOut));
    }
}
