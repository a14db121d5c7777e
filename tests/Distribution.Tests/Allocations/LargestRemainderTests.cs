using System.Numerics;
using FsCheck.Fluent;
using Logistics.Contracts.Distribution;
using Logistics.Distribution.Allocations;
using Logistics.Distribution.Apportionments;

namespace Logistics.Distribution.Tests.Allocations;

public class LargestRemainderTests
{
    static readonly AllocationRule Rule = new() { Method = AllocationMethod.LargestRemainder };

    [Fact]
    public void Everybody_gets_the_quota_rounded_down_or_up() =>
        (from recipients in Cases.Recipients(mostGiven: 0)
         from stock in Cases.Stock(onePack: true)
         where recipients.Any(recipient => recipient.Weight > 0)
         select new AllocationInput(stock, recipients, Rule)).Hold(input =>
            Assert.All(Allocation.Of(input).Sound().Lines, line => Assert.InRange(line.RoundingThousandths, -1_000, 1_000)));

    [Fact]
    public void The_largest_fractions_get_the_cartons_left()
    {
        // Quotas 94.8 and ten of 0.52: 94 and six cartons left, for 0.8 and five of 0.52.
        Assert.Equal([95, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0], Share(100, 9_480, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52));
    }

    [Fact]
    public void Equal_fractions_go_to_the_lower_code() => Assert.Equal([2, 2, 1], Share(5, 1, 1, 1));

    [Fact]
    public void One_carton_more_can_take_one_from_somebody_which_is_why_it_is_not_the_default()
    {
        // The Alabama paradox on the real weights; Webster never does it.
        var losers = 0;
        for (var cartons = 1_000; cartons < 2_000; cartons++)
            losers += Prefectures.Share(cartons, Rule).Cartons().Zip(Prefectures.Share(cartons + 1, Rule).Cartons(), (then, now) => now < then ? 1 : 0).Sum();
        Assert.True(losers > 0);
    }

    [Fact]
    public void Huge_numbers_are_exact()
    {
        var large = BigInteger.Pow(10, 12);

        // Quotas 499,999,999.49975 and 499,999,999.50025.
        Assert.Equal([499_999_999, 500_000_000], Share(999_999_999, large - 1, large));
        Assert.Equal([500_000_000, 499_999_999], Share(999_999_999, large, large));
    }

    [Fact]
    public void Who_already_has_more_than_the_quota_keeps_it_and_the_others_share_the_rest()
    {
        // Cumulative quotas are 10 each of 30; the first has 12 already, so the others come to 9 each.
        var plan = Allocation.Of(new AllocationInput(
            [new PackCartons(60, 12)], [new("01", 1, 12 * 60), new("02", 1, 4 * 60), new("03", 1, 2 * 60)], Rule)).Sound();

        Assert.Equal([0, 5, 7], plan.Cartons());
        Assert.Equal([-2_000, 6_000, 8_000], plan.Lines.Select(line => (long)line.Quota.ToThousandths()));
    }

    static long[] Share(long cartons, params BigInteger[] weights) =>
        Allocation.Of(new AllocationInput(
            [new PackCartons(60, cartons)], [.. weights.Select((weight, i) => new AllocationRecipient($"{i + 1:00}", weight))], Rule)).Sound().Cartons();
}
