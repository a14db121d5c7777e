using System.Numerics;
using Logistics.Contracts.Distribution;
using Logistics.Distribution.Allocations;
using Logistics.Distribution.Apportionments;

namespace Logistics.Distribution.Tests.Allocations;

/// <summary>Physicians by prefecture, survey of 2016: 319,480 in all.</summary>
public class GoldenFiguresTests
{
    [Fact]
    public void The_weights_are_the_published_ones()
    {
        Assert.Equal(47, Prefectures.Physicians.Count);
        Assert.Equal(319_480, Prefectures.Physicians.Values.Aggregate(BigInteger.Zero, BigInteger.Add));
    }

    [Fact]
    public void Five_thousand_mask_cartons()
    {
        var plan = Prefectures.Share(5_000);

        Assert.Equal(
            [691, 391, 305, 257, 250, 208, 56, 28],
            new[] { "13", "27", "14", "23", "40", "01", "47", "31" }.Select(code => plan.Line(code).Cartons));
        Assert.Equal(5_000, plan.Cartons().Sum());
        Assert.Equal(300_000, plan.Lines.Sum(line => line.Pieces));
    }

    [Fact]
    public void Three_thousand_clothing_cartons()
    {
        var plan = Prefectures.Share([new PackCartons(50, 3_000)]);

        Assert.Equal([415, 235, 17], new[] { "13", "27", "31" }.Select(code => plan.Line(code).Cartons));
        Assert.Equal(150_000, plan.Lines.Sum(line => line.Pieces));
    }

    [Fact]
    public void Both_methods_agree_on_all_47() =>
        Assert.Equal(
            Prefectures.Share(5_000).Cartons(),
            Prefectures.Share(5_000, new AllocationRule { Method = AllocationMethod.LargestRemainder }).Cartons());

    [Fact]
    public void Rounding_each_share_on_its_own_does_not_add_up()
    {
        var all = Prefectures.Physicians.Values.Aggregate(BigInteger.Zero, BigInteger.Add);

        BigInteger RoundedBy(Func<BigInteger, BigInteger> round) =>
            Prefectures.Physicians.Values.Aggregate(BigInteger.Zero, (sum, weight) => sum + round(5_000 * weight));

        Assert.Equal(4_999, RoundedBy(share => (2 * share + all) / (2 * all)));
        Assert.Equal(5_025, RoundedBy(share => (share + all - 1) / all));
        Assert.Equal(4_978, RoundedBy(share => share / all));
    }

    [Fact]
    public void Tokyo_sees_its_exact_quota_and_what_rounding_gave()
    {
        var tokyo = Prefectures.Share(5_000).Line("13");

        // 5,000 × 44,136 / 319,480 = 690.747…
        Assert.Equal(Fraction.Of(5_000 * 44_136, 319_480), tokyo.Quota);
        Assert.Equal(Fraction.Of(691) - tokyo.Quota, tokyo.Rounding);
        Assert.Equal(253, tokyo.RoundingThousandths);
    }

    [Fact]
    public void The_demo_masks_in_packs_of_60_and_50_come_out_to_the_piece()
    {
        var plan = Prefectures.Share([new PackCartons(50, 60), new PackCartons(60, 4_950)]);

        Assert.Equal([new PackCartons(60, 4_950), new PackCartons(50, 60)], plan.Total());
        Assert.Equal(300_000, plan.Lines.Sum(line => line.Pieces));
        Assert.All(plan.Lines, line => Assert.InRange(line.Pieces - (long)(300_000 * line.Weight / 319_480), -60, 60));
    }
}
