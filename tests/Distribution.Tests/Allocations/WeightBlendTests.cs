using System.Numerics;
using Logistics.Distribution.Allocations;
using Logistics.Distribution.Apportionments;

namespace Logistics.Distribution.Tests.Allocations;

public class WeightBlendTests
{
    [Fact]
    public void Each_indicator_counts_by_its_share_of_its_own_sum()
    {
        // 1/4 + 10/100 = 35/100 and 3/4 + 90/100 = 165/100.
        var blend = WeightBlend.Of(new("beds", 1, Values(1, 3)), new("patients", 1, Values(10, 90)));

        Assert.Empty(blend.Faults);
        Assert.Equal([7, 33], blend.Weights.Values);
    }

    [Fact]
    public void Coefficients_weigh_the_indicators()
    {
        // 3·1/4 + 10/100 = 85/100 and 3·3/4 + 90/100 = 315/100.
        Assert.Equal([17, 63], WeightBlend.Of(new("beds", 3, Values(1, 3)), new("patients", 1, Values(10, 90))).Weights.Values);
        Assert.Equal([1, 9], WeightBlend.Of(new("beds", 0, Values(1, 3)), new("patients", 5, Values(10, 90))).Weights.Values);
    }

    [Fact]
    public void The_unit_of_an_indicator_does_not_matter() =>
        Assert.Equal(
            WeightBlend.Of(new("beds", 2, Values(1, 3)), new("patients", 5, Values(10, 90))).Weights,
            WeightBlend.Of(new("beds", 2, Values(1_000, 3_000)), new("patients", 5, Values(1, 9))).Weights);

    [Fact]
    public void One_indicator_alone_gives_the_plan_it_gives_by_itself()
    {
        var weights = WeightBlend.Of(new WeightIndicator("physicians", 7, Prefectures.Physicians)).Weights;

        Assert.Equal(Prefectures.Share(5_000).Cartons(), Share(weights).Cartons());
        Assert.Equal(BigInteger.One, weights.Values.Aggregate(BigInteger.Zero, BigInteger.GreatestCommonDivisor));
    }

    [Fact]
    public void Half_physicians_half_population_lies_between_the_two()
    {
        var blend = WeightBlend.Of(new("physicians", 1, Prefectures.Physicians), new("population", 1, Prefectures.Population));
        var quotas = new[] { blend.Weights, Prefectures.Physicians, Prefectures.Population }.Select(weights => Share(weights).Lines).ToArray();

        for (var i = 0; i < 47; i++)
            Assert.Equal(quotas[1][i].Quota + quotas[2][i].Quota, quotas[0][i].Quota + quotas[0][i].Quota);
    }

    [Fact]
    public void Faults_name_the_indicator_and_the_recipient()
    {
        Refuses("blend-without-indicator");
        Refuses("blend-without-indicator", new WeightIndicator("beds", 0, Values(1, 3)));
        Refuses("blend-coefficient-negative", new("beds", -1, Values(1, 3)), new("patients", 1, Values(1, 3)));
        Refuses("blend-value-negative", new WeightIndicator("beds", 1, Values(-1, 3)));
        Refuses("blend-indicator-zero", new WeightIndicator("beds", 1, Values(0, 0)));

        var missing = Refuses("blend-value-missing", new("beds", 1, Values(1, 3)), new("patients", 1, Values(1, 3, 5)));
        Assert.Equal([("indicator", "beds"), ("recipient", "03")], missing.Facts);
    }

    static Dictionary<string, BigInteger> Values(params int[] values) =>
        values.Select((value, i) => (Code: $"{i + 1:00}", Value: (BigInteger)value)).ToDictionary(entry => entry.Code, entry => entry.Value);

    static Allocation Share(IReadOnlyDictionary<string, BigInteger> weights) =>
        Allocation.Of(new AllocationInput(
            [new PackCartons(60, 5_000)], [.. weights.Select(entry => new AllocationRecipient(entry.Key, entry.Value))], new AllocationRule())).Sound();

    static AllocationFault Refuses(string code, params WeightIndicator[] indicators)
    {
        var blend = WeightBlend.Of(indicators);
        Assert.Empty(blend.Weights);
        var fault = Assert.Single(blend.Faults);
        Assert.Equal(code, fault.Code);
        return fault;
    }
}
