using Logistics.Distribution.Allocations;
using Logistics.Distribution.Apportionments;

namespace Logistics.Distribution.Tests.Allocations;

/// <summary>Reserve, minimum, maximum, exclusions.</summary>
public class LimitsTests
{
    [Theory]
    [InlineData(5_000, 500, 250)]
    [InlineData(5_000, 501, 251)]
    [InlineData(5_001, 500, 251)]
    [InlineData(5_000, 1, 1)]
    [InlineData(5_000, 0, 0)]
    [InlineData(5_000, 10_000, 5_000)]
    public void The_reserve_is_rounded_up_to_whole_cartons_and_taken_before_sharing(long cartons, int basisPoints, long reserve)
    {
        var plan = Prefectures.Share(cartons, new AllocationRule { ReserveBasisPoints = basisPoints });

        Assert.Equal([new PackCartons(60, reserve)], plan.Reserve);
        Assert.Equal([new PackCartons(60, 0)], plan.Unallocated);
        Assert.Equal(Prefectures.Share(cartons - reserve).Cartons(), plan.Cartons());
    }

    [Fact]
    public void The_reserve_is_counted_in_pieces_and_takes_the_smallest_packs_first()
    {
        // 1 % of 300,000 pieces are the 60 cartons of 50; 30 pieces more take a carton of 60.
        PackCartons[] stock = [new(60, 4_950), new(50, 60)];

        Assert.Equal([new(60, 0), new(50, 60)], Prefectures.Share(stock, new AllocationRule { ReserveBasisPoints = 100 }).Reserve);
        Assert.Equal([new(60, 1), new(50, 60)], Prefectures.Share(stock, new AllocationRule { ReserveBasisPoints = 101 }).Reserve);
        Assert.Equal([new(60, 0), new(50, 31)], Prefectures.Share(stock, new AllocationRule { ReserveBasisPoints = 51 }).Reserve);
    }

    [Fact]
    public void A_minimum_lifts_the_smallest_and_the_others_share_the_rest_fairly()
    {
        var plan = Prefectures.Share(5_000, new AllocationRule { MinimumCartons = 50 });

        // Tottori alone would get 28. Those above the minimum stand as Webster has them for what they get together.
        Assert.Equal(50, plan.Line("31").Cartons);
        var above = plan.Lines.Where(line => line.Cartons > 50).ToArray();
        var among = Allocation.Of(new AllocationInput(
            [new PackCartons(60, above.Sum(line => line.Cartons))],
            [.. above.Select(line => new AllocationRecipient(line.Code, line.Weight))],
            new AllocationRule())).Sound();
        Assert.Equal(above.Select(line => line.Cartons), among.Cartons());
    }

    [Fact]
    public void A_minimum_goes_to_those_of_weight_0_as_well() =>
        Assert.Equal([2, 3], Share(5, new AllocationRule { MinimumCartons = 2 }, new("01", 0), new("02", 7)));

    [Fact]
    public void Weight_0_without_a_minimum_gets_nothing_even_when_cartons_are_left()
    {
        var plan = Allocation.Of(new AllocationInput(
            [new PackCartons(60, 9)], [new("01", 0), new("02", 7)], new AllocationRule { MaximumCartons = 4 })).Sound();

        Assert.Equal([0, 4], plan.Cartons());
        Assert.Equal([new PackCartons(60, 5)], plan.Unallocated);
    }

    [Fact]
    public void Who_is_at_the_maximum_leaves_the_race_to_the_others()
    {
        var plan = Prefectures.Share(5_000, new AllocationRule { MaximumCartons = 300 });

        Assert.Equal([300, 300, 300], new[] { "13", "27", "14" }.Select(code => plan.Line(code).Cartons));
        Assert.Equal(5_000, plan.Cartons().Sum());
        Assert.True(plan.Line("31").Cartons > 28);
    }

    [Fact]
    public void What_all_maxima_together_do_not_take_goes_to_the_reserve_and_is_said()
    {
        var plan = Prefectures.Share(5_000, new AllocationRule { MaximumCartons = 100, ReserveBasisPoints = 100 });

        Assert.All(plan.Lines, line => Assert.Equal(100, line.Cartons));
        Assert.Equal([new PackCartons(60, 250)], plan.Unallocated);
        Assert.Equal([new PackCartons(60, 300)], plan.Reserve);
    }

    [Fact]
    public void Limits_are_respected_by_every_method() =>
        Cases.Any().Hold(input =>
        {
            if (Allocation.Of(input).Allocation is not { } allocation)
                return;
            var rule = input.Rule;
            foreach (var line in allocation.Lines)
            {
                if (rule.Excluded.Contains(line.Code))
                    Assert.Equal(0, line.Cartons);
                else
                    Assert.InRange(line.Cartons, rule.MinimumCartons, rule.MaximumCartons ?? long.MaxValue);
            }

            var asked = input.Stock.Sum(pack => pack.Pieces) * rule.ReserveBasisPoints;
            Assert.True(allocation.Reserve.Sum(pack => pack.Pieces) * 10_000 >= asked);

            // The percentage asked for one carton less: no more is kept back than needed.
            var kept = allocation.Reserve.Zip(allocation.Unallocated, (all, over) => all with { Cartons = all.Cartons - over.Cartons })
                .Where(pack => pack.Cartons > 0).ToArray();
            if (kept.Length > 0)
                Assert.True((kept.Sum(pack => pack.Pieces) - kept[0].PiecesPerCarton) * 10_000 < asked);
            if (allocation.Unallocated.Any(pack => pack.Cartons > 0))
            {
                var asking = allocation.Lines.Where(line => line.Weight > 0 && !rule.Excluded.Contains(line.Code));
                Assert.All(asking, line => Assert.Equal(rule.MaximumCartons, line.Cartons));
            }
        }, times: 1_000);

    [Fact]
    public void An_excluded_recipient_gets_0_and_its_weight_does_not_count()
    {
        var without = Prefectures.Share(5_000, new AllocationRule { Excluded = ["13"] });
        var others = Allocation.Of(new AllocationInput(
            [new PackCartons(60, 5_000)], [.. Prefectures.ByPhysicians.Where(r => r.Code != "13")], new AllocationRule())).Sound();

        Assert.Equal((0L, Fraction.Of(0)), (without.Line("13").Cartons, without.Line("13").Quota));
        Assert.Equal(
            others.Lines.Select(line => (line.Code, line.Cartons, line.Quota)),
            without.Lines.Where(line => line.Code != "13").Select(line => (line.Code, line.Cartons, line.Quota)));
    }

    [Fact]
    public void What_an_excluded_recipient_was_given_does_not_count_either()
    {
        var plan = Allocation.Of(new AllocationInput(
            [new PackCartons(60, 6)],
            [new("01", 1, AlreadyGiven: 6_000), new("02", 1), new("03", 2)],
            new AllocationRule { Excluded = ["01"] })).Sound();

        Assert.Equal([Fraction.Of(0), Fraction.Of(2), Fraction.Of(4)], plan.Lines.Select(line => line.Quota));
    }

    static long[] Share(long cartons, AllocationRule rule, params AllocationRecipient[] recipients) =>
        Allocation.Of(new AllocationInput([new PackCartons(60, cartons)], recipients, rule)).Sound().Cartons();
}
