using System.Numerics;
using FsCheck.Fluent;
using Logistics.Distribution.Allocations;
using Logistics.Distribution.Apportionments;

namespace Logistics.Distribution.Tests.Allocations;

public class WebsterTests
{
    [Fact]
    public void Each_carton_more_goes_to_exactly_one_and_takes_none_from_anybody()
    {
        var before = Prefectures.Share(46).Cartons();
        for (var cartons = 47; cartons <= 6_000; cartons++)
        {
            var after = Prefectures.Share(cartons).Cartons();
            var steps = after.Zip(before, (now, then) => now - then).Where(step => step != 0);
            Assert.Equal([1], steps);
            before = after;
        }
    }

    [Fact]
    public void No_transfer_of_one_carton_brings_both_nearer_to_their_quotas()
    {
        // Balinski and Young: of all methods of highest averages only Webster's is near the quota. It may leave it, as Tokyo's by
        // 1.21 cartons of 4,750, but then nobody is more than half a carton above.
        Assert.Equal(-1_210, Prefectures.Share(4_750).Line("13").RoundingThousandths);
        for (var cartons = 50; cartons <= 6_000; cartons += 50)
        {
            var roundings = Prefectures.Share(cartons).Lines.Select(line => line.Rounding).ToArray();
            var gives = roundings.Any(gave => (gave - Fraction.Of(1, 2)).Numerator > 0);
            var takes = roundings.Any(took => (took + Fraction.Of(1, 2)).Numerator < 0);
            Assert.False(gives && takes);
        }
    }

    [Fact]
    public void Equal_averages_go_to_the_lower_code()
    {
        Assert.Equal([1, 0, 0], Share(1, 7, 7, 7));
        Assert.Equal([1, 1, 0], Share(2, 7, 7, 7));

        // The last carton: 3/3 = 1/1.
        Assert.Equal([2, 0], Share(2, 3, 1));
        Assert.Equal([1, 1], Share(2, 1, 3));
    }

    [Fact]
    public void Leaves_the_quota_rather_than_favour_the_large()
    {
        // Quotas 94.8 and ten of 0.52: 52 / 1 comes before 9,480 / 183.
        BigInteger[] weights = [9_480, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52];
        Assert.Equal([91, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0], Share(100, weights));
    }

    [Fact]
    public void No_transfer_of_one_carton_would_be_fairer_however_huge_the_numbers() =>
        Cases.Huge().Hold(input =>
        {
            var lines = Allocation.Of(input).Sound().Lines;

            Assert.Equal(input.Stock[0].Cartons, lines.Sum(line => line.Cartons));

            // The least average that won is no less than the greatest that did not.
            var size = input.Stock[0].PiecesPerCarton;
            var won = lines.Where(line => line.Cartons > 0).Select(line => (line.Weight, Divisor: 2 * (BigInteger)Held(line) - size)).ToArray();
            var next = lines.Select(line => (line.Weight, Divisor: 2 * (BigInteger)Held(line) + size)).ToArray();
            Assert.All(won, winner => Assert.All(next, loser => Assert.True(winner.Weight * loser.Divisor >= loser.Weight * winner.Divisor)));

            static long Held(AllocationLine line) => line.AlreadyGiven + line.Pieces;
        }, times: 200);

    [Fact]
    public void A_thousand_million_cartons_on_the_real_weights()
    {
        var plan = Prefectures.Share(1_000_000_000);

        Assert.Equal(1_000_000_000, plan.Cartons().Sum());
        Assert.Equal(1_000_000_000L * 44_136 / 319_480 + 1, plan.Line("13").Cartons);
        Assert.All(plan.Lines, line => Assert.InRange(line.RoundingThousandths, -999, 999));
    }

    [Fact]
    public void Weights_of_ten_to_the_twelfth_are_told_apart_by_one()
    {
        var large = BigInteger.Pow(10, 12);

        Assert.Equal([499_999_999, 500_000_000], Share(999_999_999, large - 1, large));
        Assert.Equal([500_000_000, 499_999_999], Share(999_999_999, large, large));
    }

    [Fact]
    public void Only_the_proportion_of_the_weights_counts() =>
        (from input in Cases.Any()
         from factor in Gen.Choose(2, 1_000_000)
         select (input, factor)).Hold(one =>
        {
            AllocationRecipient[] scaled = [.. one.input.Recipients.Select(r => r with { Weight = r.Weight * one.factor })];
            var (first, second) = (Allocation.Of(one.input), Allocation.Of(one.input with { Recipients = scaled }));
            Assert.Equal(first.Succeeded, second.Succeeded);
            Assert.Equal(first.Allocation?.Packs(), second.Allocation?.Packs());
            Assert.Equal(first.Allocation?.Lines.Select(line => line.Quota), second.Allocation?.Lines.Select(line => line.Quota));
        });

    static long[] Share(long cartons, params BigInteger[] weights) =>
        Allocation.Of(new AllocationInput(
            [new PackCartons(60, cartons)],
            [.. weights.Select((weight, i) => new AllocationRecipient($"{i + 1:00}", weight))],
            new AllocationRule())).Sound().Cartons();
}
