using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Contracts.Syntax;
using Logistics.Distribution.Plans;
using Logistics.Distribution.Recipients;
using Logistics.Hosting.Refusals;

namespace Logistics.Distribution.Tests.Plans;

/// <summary>Rules, stock and plans that tests of plans begin with.</summary>
static class GivenPlans
{
    public static readonly DocumentNumber Number = DocumentNumber.From("A", 2020, 1);
    public static readonly DateOnly Day = new(2020, 5, 14);
    public static readonly RuleRequest ByPhysicians = new(AllocationMethod.Webster, [new IndicatorRequest("physicians")]);

    public static readonly ShareBasis FiveThousand = new(
        [new Pack(60, 5_000)],
        Recipient.Codes([]),
        Weighting.BuiltIn.ToDictionary(weighting => weighting.Name, StringComparer.Ordinal),
        new Dictionary<RecipientCode, long>(),
        1);

    public static readonly RuleRequest TwoToOne = new(
        AllocationMethod.FixedWithRemainder, Fixed: new Dictionary<RecipientCode, long> { [Code.Parse<RecipientCode>("27")] = 1 }, RemainderTo: Code.Parse<RecipientCode>("13"));

    public static Decision<PlanDrafted> Draft(RuleRequest rule, ShareBasis? basis = null) =>
        DraftPlan.Decide(Number, new(Cartons.Mask, Day, rule), basis ?? FiveThousand);

    public static PlanDrafted Drafted(RuleRequest rule, ShareBasis? basis = null) =>
        Draft(rule, basis).Event ?? throw new InvalidOperationException($"The plan was refused: {Refused(rule, basis)}.");

    public static string? Refused(RuleRequest rule, ShareBasis? basis = null) => Draft(rule, basis).Refusal?.Code;

    public static Plan PlanIn(PlanState state) => new(Drafted(TwoToOne, FiveThousand with { Stock = [new Pack(60, 3)] }), "author", state);
}
