using Logistics.Distribution.Allocations;
using Logistics.Distribution.Apportionments;

namespace Logistics.Distribution.Tests.Allocations;

public class AllocationComparisonTests
{
    [Fact]
    public void Says_what_each_gets_more_or_less_by_the_second_rule()
    {
        var plain = Prefectures.Share(5_000);
        var lifted = Prefectures.Share(5_000, new AllocationRule { MinimumCartons = 50, ReserveBasisPoints = 100 });

        var comparison = AllocationComparison.Of(plain, lifted);

        Assert.Equal(47, comparison.Differences.Count);
        Assert.Equal(new AllocationDifference("31", 22, 22 * 60), comparison.Differences.Single(difference => difference.Code == "31"));
        Assert.True(comparison.Differences.Single(difference => difference.Code == "13").Cartons < 0);
        Assert.Equal((50, 3_000), (comparison.ReserveCartons, comparison.ReservePieces));
        Assert.Equal(0, comparison.Differences.Sum(difference => difference.Cartons) + comparison.ReserveCartons);
    }

    [Fact]
    public void An_allocation_does_not_differ_from_itself() =>
        Assert.All(
            AllocationComparison.Of(Prefectures.Share(5_000), Prefectures.Share(5_000)).Differences,
            difference => Assert.Equal((0, 0), (difference.Cartons, difference.Pieces)));

    [Fact]
    public void Who_is_missing_in_one_counts_0_there()
    {
        var first = Share(new AllocationRecipient("01", 1));
        var second = Share(new AllocationRecipient("02", 1));

        Assert.Equal([new("01", -3, -180), new("02", 3, 180)], AllocationComparison.Of(first, second).Differences);
    }

    static Allocation Share(AllocationRecipient recipient) =>
        Allocation.Of(new AllocationInput([new PackCartons(60, 3)], [recipient], new AllocationRule())).Sound();
}
