using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Distribution.Allocations;
using Logistics.Distribution.Apportionments;
using Logistics.Distribution.Recipients;
using Logistics.Hosting.Refusals;

namespace Logistics.Distribution.Plans;

/// <summary>Divides the stock by a rule, for a draft, a preview or a comparison.</summary>
static class ShareStock
{
    const int MaxIndicators = 3;

    // The lines of a plan are one event, so recipients times pack sizes must fit its body.
    const int MaxFigures = 1_500;

    /// <summary>Divides the stock.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="basis">The data on which the shares depend.</param>
    /// <param name="shared">The rule with the sources of its indicators, and the shares.</param>
    /// <param name="refusal">The fault of the rule: all faults of the arithmetic, otherwise the first.</param>
    public static bool TryBy(RuleRequest rule, ShareBasis basis, [NotNullWhen(true)] out SharedStock? shared, [NotNullWhen(false)] out Refusal? refusal)
    {
        shared = null;
        var indicators = rule.Indicators ?? [];
        refusal = Fault(rule.Method, indicators, basis);
        if (refusal is not null)
            return false;

        var weightings = indicators.Select(indicator => (Weighting: basis.Weightings[indicator.Name], indicator.Share)).ToList();
        var recipients = indicators.Count == 0 ? basis.Recipients : [.. weightings.SelectMany(one => one.Weighting.Values.Keys).Distinct()];
        if (recipients.Count * basis.Stock.Count > MaxFigures)
        {
            refusal = new Refusal("plan-too-large", ("recipients", recipients.Count), ("packs", basis.Stock.Count));
            return false;
        }

        var excluded = (rule.Excluded ?? []).Distinct().ToList();
        var blend = Blend(weightings, excluded);
        if (blend.Faults.Count > 0)
        {
            refusal = AllocationRefusal.Of(blend.Faults);
            return false;
        }

        var result = Allocation.Of(new AllocationInput(
            [.. basis.Stock.Select(pack => new PackCartons((int)pack.PiecesPerCarton, pack.Cartons))],
            [.. recipients.Select(code => new AllocationRecipient(code.Value, blend.Weights.GetValueOrDefault(code.Value), basis.Given.GetValueOrDefault(code)))],
            new AllocationRule
            {
                Method = rule.Method,
                ReserveBasisPoints = 100 * Math.Clamp(rule.ReservePercent, -1, 101),
                MinimumCartons = rule.MinimumCartons,
                MaximumCartons = rule.MaximumCartons,
                Excluded = [.. excluded.Select(code => code.Value)],
                Fixed = [.. (rule.Fixed ?? new Dictionary<RecipientCode, long>()).Select(amount => new FixedCartons(amount.Key.Value, amount.Value))],
                RemainderTo = rule.RemainderTo?.Value,
            }));
        if (!result.Succeeded)
        {
            refusal = AllocationRefusal.Of(result.Faults);
            return false;
        }

        shared = new SharedStock(
            new PlanRule(
                rule.Method,
                [.. weightings.Select(one => new Indicator(one.Weighting.Name, one.Weighting.Year, one.Weighting.Source, one.Share))],
                rule.ReservePercent,
                rule.MinimumCartons,
                rule.MaximumCartons,
                excluded,
                rule.Fixed,
                rule.RemainderTo),
            result.Allocation);
        return true;
    }

    static Refusal? Fault(AllocationMethod method, IReadOnlyList<IndicatorRequest> indicators, ShareBasis basis)
    {
        if (method == AllocationMethod.FixedWithRemainder ? indicators.Count > 0 : indicators.Count is 0 or > MaxIndicators)
            return new Refusal("rule-indicators", ("field", "indicators"), ("most", MaxIndicators));
        if (indicators.FirstOrDefault(indicator => !basis.Weightings.ContainsKey(indicator.Name)) is { } unknown)
            return new Refusal("indicator-unknown", ("name", unknown.Name), ("known", basis.Weightings.Keys.Order(StringComparer.Ordinal).ToArray()));
        return basis.Stock.Count == 0 ? new Refusal("plan-no-stock") : null;
    }

    /// <summary>Blends the weights of the participants. A single indicator keeps its own figures, so that people recognise them.</summary>
    static WeightBlend Blend(List<(Weighting Weighting, int Share)> weightings, List<RecipientCode> excluded)
    {
        if (weightings.Count == 0)
            return new WeightBlend(new Dictionary<string, BigInteger>(StringComparer.Ordinal), []);
        var indicators = weightings.Select(one => new WeightIndicator(
            one.Weighting.Name,
            one.Share,
            one.Weighting.Values.Where(value => !excluded.Contains(value.Key))
                .ToDictionary(value => value.Key.Value, value => (BigInteger)value.Value, StringComparer.Ordinal))).ToList();
        var blend = WeightBlend.Of(indicators);
        return indicators.Count == 1 && blend.Faults.Count == 0 ? blend with { Weights = indicators[0].Values } : blend;
    }
}
