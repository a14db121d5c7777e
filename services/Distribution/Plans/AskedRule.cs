using System.Numerics;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Distribution;
using Logistics.Distribution.Allocations;
using Logistics.Distribution.Apportionments;
using Logistics.Distribution.Recipients;
using Logistics.Hosting.Refusals;

namespace Logistics.Distribution.Plans;

/// <summary>A rule as a person asks for it: indicators by name.</summary>
/// <param name="Method">The method.</param>
/// <param name="Indicators">One to three; none for fixed amounts.</param>
/// <param name="ReservePercent">0 to 100.</param>
/// <param name="MinimumCartons">Each gets at least so many.</param>
/// <param name="MaximumCartons">Each gets at most so many; null for no limit.</param>
/// <param name="Excluded">Who gets nothing.</param>
/// <param name="Fixed">Cartons by recipient, for fixed amounts.</param>
/// <param name="RemainderTo">Who gets the rest, for fixed amounts.</param>
public sealed record AskedRule(
    AllocationMethod Method,
    IReadOnlyList<AskedIndicator>? Indicators = null,
    int ReservePercent = 0,
    long MinimumCartons = 0,
    long? MaximumCartons = null,
    IReadOnlyList<RecipientCode>? Excluded = null,
    IReadOnlyDictionary<RecipientCode, long>? Fixed = null,
    RecipientCode? RemainderTo = null)
{
    const int MostIndicators = 3;

    // Lines of a plan are one event: recipients times sizes of pack must fit its body.
    const int MostFigures = 1_500;

    /// <summary>Shares the stock by this rule.</summary>
    /// <returns>The shares, or the refusal with every fault of the rule.</returns>
    public (Shared? Shared, Refusal? Refusal) Share(ShareBasis basis)
    {
        var asked = Indicators ?? [];
        if (Method == AllocationMethod.FixedWithRemainder ? asked.Count > 0 : asked.Count is 0 or > MostIndicators)
            return (null, new Refusal("rule-indicators", ("field", "indicators"), ("most", MostIndicators)));
        if (asked.FirstOrDefault(indicator => !basis.Weightings.ContainsKey(indicator.Name)) is { } unknown)
            return (null, new Refusal("indicator-unknown", ("name", unknown.Name), ("known", basis.Weightings.Keys.Order(StringComparer.Ordinal).ToArray())));
        if (basis.Stock.Count == 0)
            return (null, new Refusal("plan-no-stock"));

        var weightings = asked.Select(indicator => (Weighting: basis.Weightings[indicator.Name], indicator.Share)).ToList();
        var recipients = asked.Count == 0 ? basis.Recipients : [.. weightings.SelectMany(one => one.Weighting.Values.Keys).Distinct()];
        if (recipients.Count * basis.Stock.Count > MostFigures)
            return (null, new Refusal("plan-too-large", ("recipients", recipients.Count), ("packs", basis.Stock.Count)));
        var excluded = (Excluded ?? []).Distinct().ToList();
        var blend = Blend(weightings, excluded);
        if (blend.Faults.Count > 0)
            return (null, AllocationRefusal.Of(blend.Faults));

        var result = Allocation.Of(new AllocationInput(
            [.. basis.Stock.Select(pack => new PackCartons((int)pack.PiecesPerCarton, pack.Cartons))],
            [.. recipients.Select(code => new AllocationRecipient(code.Value, blend.Weights.GetValueOrDefault(code.Value), basis.Given.GetValueOrDefault(code)))],
            new AllocationRule
            {
                Method = Method,
                ReserveBasisPoints = 100 * Math.Clamp(ReservePercent, -1, 101),
                MinimumCartons = MinimumCartons,
                MaximumCartons = MaximumCartons,
                Excluded = [.. excluded.Select(code => code.Value)],
                Fixed = [.. (Fixed ?? new Dictionary<RecipientCode, long>()).Select(amount => new FixedCartons(amount.Key.Value, amount.Value))],
                RemainderTo = RemainderTo?.Value,
            }));
        if (!result.Succeeded)
            return (null, AllocationRefusal.Of(result.Faults));

        var rule = new PlanRule(
            Method,
            [.. weightings.Select(one => new Indicator(one.Weighting.Name, one.Weighting.Year, one.Weighting.Source, one.Share))],
            ReservePercent,
            MinimumCartons,
            MaximumCartons,
            excluded,
            Fixed,
            RemainderTo);
        return (new Shared(rule, result.Allocation), null);
    }

    /// <summary>Blends among those who take part. A single indicator keeps its own figures, so that people know them again.</summary>
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

/// <param name="Name">For example <c>physicians</c>.</param>
/// <param name="Share">Its part in the blend.</param>
public sealed record AskedIndicator(string Name, int Share = 1);

/// <summary>All that a share depends on beside the rule.</summary>
/// <param name="Stock">What is shared, by size of pack.</param>
/// <param name="Recipients">Everybody who is known, for rules without weights.</param>
/// <param name="Weightings">Every indicator by name.</param>
/// <param name="Given">Pieces of the same product and size that published plans gave.</param>
/// <param name="Tranche">1 for the first plan of the product and size.</param>
public sealed record ShareBasis(
    IReadOnlyList<Pack> Stock,
    IReadOnlyList<RecipientCode> Recipients,
    IReadOnlyDictionary<string, Weighting> Weightings,
    IReadOnlyDictionary<RecipientCode, long> Given,
    int Tranche);

/// <summary>A rule and what it comes to.</summary>
public sealed record Shared(PlanRule Rule, Allocation Allocation)
{
    public IReadOnlyList<Pack> Reserve => Packs(Allocation.Reserve);

    public IReadOnlyList<PlanLine> Lines =>
    [
        .. Allocation.Lines.Select(line => new PlanLine(
            Code.Parse<RecipientCode>(line.Code),
            line.Weight.ToString(),
            new Ratio(line.Quota.Numerator.ToString(), line.Quota.Denominator.ToString()),
            line.RoundingThousandths,
            Packs(line.Packs),
            line.Cartons,
            line.Pieces)),
    ];

    static IReadOnlyList<Pack> Packs(IEnumerable<PackCartons> packs) =>
        [.. packs.Where(pack => pack.Cartons > 0).Select(pack => new Pack(pack.PiecesPerCarton, pack.Cartons))];
}
