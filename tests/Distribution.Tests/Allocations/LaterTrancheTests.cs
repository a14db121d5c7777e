using FsCheck.Fluent;
using Logistics.Contracts.Distribution;
using Logistics.Distribution.Allocations;
using Logistics.Distribution.Apportionments;

namespace Logistics.Distribution.Tests.Allocations;

/// <summary>A second plan of the same goods counts what the first gave, and takes nothing back.</summary>
public class LaterTrancheTests
{
    [Fact]
    public void Two_tranches_of_one_pack_come_to_what_one_would_have_given() =>
        (from recipients in Cases.Recipients(mostGiven: 0)
         from first in Gen.Choose(0, 200)
         from second in Gen.Choose(0, 200)
         where recipients.Any(recipient => recipient.Weight > 0)
         select (recipients, first, second)).Hold(one =>
        {
            var early = Share(one.recipients, one.first);
            var late = Share(Given(one.recipients, early), one.second);
            var together = Share(one.recipients, one.first + one.second);
            Assert.Equal(together.Cartons(), early.Cartons().Zip(late.Cartons(), (a, b) => a + b));
        });

    [Fact]
    public void The_real_masks_in_any_two_tranches_come_to_the_golden_figures()
    {
        foreach (var first in new[] { 1, 46, 1_234, 2_500, 4_999 })
        {
            var early = Share(Prefectures.ByPhysicians, first);
            var late = Share(Given(Prefectures.ByPhysicians, early), 5_000 - first);
            Assert.Equal(Prefectures.Share(5_000).Cartons(), early.Cartons().Zip(late.Cartons(), (a, b) => a + b));
        }
    }

    [Fact]
    public void Nobody_is_lowered_and_who_has_too_much_waits()
    {
        // Whatever the first tranche did: Tottori was given 100 cartons, more than its share of 5,000.
        var recipients = Prefectures.ByPhysicians.Select(r => r.Code == "31" ? r with { AlreadyGiven = 6_000 } : r).ToArray();
        var plan = Share(recipients, 4_900);

        Assert.Equal(0, plan.Line("31").Cartons);
        Assert.Equal(4_900, plan.Cartons().Sum());
        Assert.True(plan.Line("31").Quota.Numerator < 0);
        Assert.All(plan.Lines.Where(line => line.Code != "31"), line => Assert.True(line.Cartons <= Prefectures.Share(5_000).Line(line.Code).Cartons));

        // The others stand among themselves as if there were no Tottori.
        Assert.Equal(
            Prefectures.Share(4_900, new AllocationRule { Excluded = ["31"] }).Cartons(),
            plan.Cartons());
    }

    [Theory]
    [InlineData(AllocationMethod.Webster)]
    [InlineData(AllocationMethod.LargestRemainder)]
    [InlineData(AllocationMethod.MinimumFirst)]
    public void No_line_is_below_0_whatever_was_given(AllocationMethod method) =>
        (from recipients in Cases.Recipients(mostGiven: 10_000)
         from stock in Cases.Stock(onePack: false)
         where recipients.Any(recipient => recipient.Weight > 0)
         select new AllocationInput(stock, recipients, new AllocationRule { Method = method })).Hold(input =>
            Assert.All(Allocation.Of(input).Sound().Lines.SelectMany(line => line.Packs), pack => Assert.True(pack.Cartons >= 0)));

    [Fact]
    public void Earlier_pieces_need_not_be_whole_cartons_of_todays_size()
    {
        // 30 pieces are half a carton: 1 / (2·30 + 60) comes after 1 / 60.
        var plan = Share([new("01", 1, 30), new("02", 1)], 1);

        Assert.Equal([0, 1], plan.Cartons());
        Assert.Equal([Fraction.Of(1, 4), Fraction.Of(3, 4)], plan.Lines.Select(line => line.Quota));
    }

    [Fact]
    public void Two_tranches_by_largest_remainder_come_to_its_quota_of_both()
    {
        var rule = new AllocationRule { Method = AllocationMethod.LargestRemainder };
        var early = Prefectures.Share(2_000, rule);
        var late = Allocation.Of(new AllocationInput([new PackCartons(60, 3_000)], Given(Prefectures.ByPhysicians, early), rule)).Sound();

        Assert.Equal(Prefectures.Share(5_000, rule).Cartons(), early.Cartons().Zip(late.Cartons(), (a, b) => a + b));
    }

    static Allocation Share(IReadOnlyList<AllocationRecipient> recipients, long cartons) =>
        Allocation.Of(new AllocationInput([new PackCartons(60, cartons)], recipients, new AllocationRule())).Sound();

    static AllocationRecipient[] Given(IReadOnlyList<AllocationRecipient> recipients, Allocation early) =>
        [.. recipients.Select(recipient => recipient with { AlreadyGiven = early.Line(recipient.Code).Pieces })];
}
