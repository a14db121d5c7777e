using Logistics.Contracts.Distribution;
using Logistics.Distribution.Allocations;
using Logistics.Distribution.Apportionments;

namespace Logistics.Distribution.Tests.Allocations;

/// <summary>Fixed amounts with the remainder to one; a fixed minimum first.</summary>
public class FixedAmountsTests
{
    static readonly AllocationRecipient[] Three = [new("01", 1), new("02", 1), new("03", 2)];

    static readonly AllocationRule FixedRule = new()
    {
        Method = AllocationMethod.FixedWithRemainder,
        Fixed = [new FixedCartons("01", 10), new FixedCartons("03", 20)],
        RemainderTo = "02",
    };

    [Fact]
    public void Named_recipients_get_their_amount_and_one_gets_the_rest()
    {
        var plan = Share([new(60, 100)], FixedRule);

        Assert.Equal([10, 70, 20], plan.Cartons());
        Assert.Equal([10_000, 70_000, 20_000], plan.Lines.Select(line => (long)line.Quota.ToThousandths()));
        Assert.All(plan.Lines, line => Assert.Equal(0, line.RoundingThousandths));
    }

    [Fact]
    public void Who_is_not_named_gets_nothing() =>
        Assert.Equal([0, 80, 20], Share([new(60, 100)], FixedRule with { Fixed = [new FixedCartons("03", 20)] }).Cartons());

    [Fact]
    public void Fixed_amounts_need_no_weight() =>
        Assert.Equal([10, 70, 20], Allocation.Of(new AllocationInput(
            [new(60, 100)], [.. Three.Select(recipient => recipient with { Weight = 0 })], FixedRule)).Sound().Cartons());

    [Fact]
    public void Earlier_tranches_do_not_change_a_fixed_amount() =>
        Assert.Equal([10, 70, 20], Allocation.Of(new AllocationInput(
            [new(60, 100)], [.. Three.Select(recipient => recipient with { AlreadyGiven = 6_000 })], FixedRule)).Sound().Cartons());

    [Fact]
    public void Packs_are_mixed_in_proportion_to_the_fixed_amounts() =>
        Assert.Equal([[5, 5], [0, 95], [10, 10]], Share([new(60, 15), new(50, 110)], FixedRule).Packs());

    [Fact]
    public void The_remainder_may_be_nothing_and_stops_at_the_maximum()
    {
        Assert.Equal([10, 0, 20], Share([new(60, 30)], FixedRule).Cartons());

        var plan = Share([new(60, 100)], FixedRule with { MaximumCartons = 25 });
        Assert.Equal([10, 25, 20], plan.Cartons());
        Assert.Equal([new PackCartons(60, 45)], plan.Unallocated);
    }

    [Fact]
    public void The_reserve_is_kept_before_the_fixed_amounts() =>
        Assert.Equal([10, 60, 20], Share([new(60, 100)], FixedRule with { ReserveBasisPoints = 1_000 }).Cartons());

    [Fact]
    public void Minimum_first_gives_the_minimum_on_top_and_shares_the_rest_by_weight()
    {
        var first = Share([new(60, 130)], new AllocationRule { Method = AllocationMethod.MinimumFirst, MinimumCartons = 30 });
        var within = Share([new(60, 130)], new AllocationRule { MinimumCartons = 30 });

        Assert.Equal([40, 40, 50], first.Cartons());
        Assert.Equal([40_000, 40_000, 50_000], first.Lines.Select(line => (long)line.Quota.ToThousandths()));
        Assert.Equal([33, 32, 65], within.Cartons());
    }

    [Fact]
    public void Minimum_first_counts_earlier_tranches_in_the_rest()
    {
        var plan = Allocation.Of(new AllocationInput(
            [new(60, 50)],
            [new("01", 1, 600), new("02", 1)],
            new AllocationRule { Method = AllocationMethod.MinimumFirst, MinimumCartons = 10 })).Sound();

        // 10 each; of 30 more and the 10 given before, 20 each.
        Assert.Equal([20, 30], plan.Cartons());
    }

    [Fact]
    public void On_the_real_weights_minimum_first_is_the_minimum_and_webster_of_the_rest()
    {
        var plan = Prefectures.Share(5_000, new AllocationRule { Method = AllocationMethod.MinimumFirst, MinimumCartons = 20 });

        Assert.Equal(Prefectures.Share(5_000 - 47 * 20).Cartons().Select(cartons => cartons + 20), plan.Cartons());
    }

    static Allocation Share(PackCartons[] stock, AllocationRule rule) => Allocation.Of(new AllocationInput(stock, Three, rule)).Sound();
}
