using System.Numerics;

namespace Logistics.Distribution.Allocations;

/// <summary>An indicator in a blend.</summary>
/// <param name="Name">For example <c>physicians_2016</c>; appears in the facts of a fault.</param>
/// <param name="Coefficient">Its share in the blend, 0 or more, in proportion to the other coefficients.</param>
/// <param name="Values">By recipient code, 0 or more; the same codes in every indicator.</param>
public sealed record WeightIndicator(string Name, long Coefficient, IReadOnlyDictionary<string, BigInteger> Values);

/// <summary>
/// Weights blended from indicators with different units: each value is divided by its indicator's sum, multiplied by the
/// coefficient and added up. On the common denominator the weights are integers; they are reduced by their greatest common
/// divisor. Sums cover the given values only: to blend among participants, leave excluded recipients out.
/// </summary>
/// <param name="Weights">By recipient code; empty if there is a fault.</param>
/// <param name="Faults">All reasons why there are no weights.</param>
public sealed record WeightBlend(IReadOnlyDictionary<string, BigInteger> Weights, IReadOnlyList<AllocationFault> Faults)
{
    public static WeightBlend Of(params IReadOnlyList<WeightIndicator> indicators)
    {
        AllocationFault[] faults = [.. FaultsOf(indicators)];
        var counting = indicators.Where(indicator => indicator.Coefficient > 0).ToArray();
        if (faults.Length > 0)
            return new WeightBlend(new Dictionary<string, BigInteger>(StringComparer.Ordinal), faults);

        var sums = counting.Select(SumOf).ToArray();
        var denominator = sums.Aggregate(BigInteger.One, BigInteger.Multiply);
        var weights = new SortedDictionary<string, BigInteger>(StringComparer.Ordinal);
        foreach (var code in counting[0].Values.Keys)
            weights[code] = Sum(counting.Zip(sums, (indicator, sum) => denominator / sum * indicator.Coefficient * indicator.Values[code]));

        var divisor = weights.Values.Aggregate(BigInteger.Zero, BigInteger.GreatestCommonDivisor);
        foreach (var code in counting[0].Values.Keys)
            weights[code] /= divisor;
        return new WeightBlend(weights, []);
    }

    static IEnumerable<AllocationFault> FaultsOf(IReadOnlyList<WeightIndicator> indicators)
    {
        if (!indicators.Any(indicator => indicator.Coefficient > 0))
            yield return new("blend-without-indicator");
        var codes = indicators.SelectMany(indicator => indicator.Values.Keys).ToHashSet(StringComparer.Ordinal);
        foreach (var indicator in indicators)
        {
            if (indicator.Coefficient < 0)
                yield return new("blend-coefficient-negative", ("indicator", indicator.Name), ("coefficient", indicator.Coefficient));
            foreach (var (code, value) in indicator.Values.Where(entry => entry.Value < 0))
                yield return new("blend-value-negative", ("indicator", indicator.Name), ("recipient", code), ("value", value));
            foreach (var code in codes.Where(code => !indicator.Values.ContainsKey(code)).Order(StringComparer.Ordinal))
                yield return new("blend-value-missing", ("indicator", indicator.Name), ("recipient", code));
            if (indicator.Values.Values.All(value => value.IsZero))
                yield return new("blend-indicator-zero", ("indicator", indicator.Name));
        }
    }

    static BigInteger SumOf(WeightIndicator indicator) => Sum(indicator.Values.Values);

    static BigInteger Sum(IEnumerable<BigInteger> numbers) => numbers.Aggregate(BigInteger.Zero, BigInteger.Add);
}
