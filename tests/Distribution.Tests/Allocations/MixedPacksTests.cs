using System.Numerics;
using FsCheck.Fluent;
using Logistics.Distribution.Allocations;
using Logistics.Distribution.Apportionments;

namespace Logistics.Distribution.Tests.Allocations;

public class MixedPacksTests
{
    [Fact]
    public void Larger_packs_go_first_and_small_ones_even_out()
    {
        // 100 goes to the first by code; then 1 / (2·100 + 50) against 1 / 50: twice the second, until both hold 100.
        var plan = Allocation.Of(new AllocationInput(
            [new PackCartons(50, 2), new PackCartons(100, 1)], [new("01", 1), new("02", 1)], new AllocationRule())).Sound();

        Assert.Equal([[1, 0], [0, 2]], plan.Packs());
        Assert.Equal([100, 100], plan.Lines.Select(line => line.Pieces));
    }

    [Fact]
    public void The_same_pack_twice_is_one_pack() =>
        Assert.Equal(Prefectures.Share(5_000).Packs(), Prefectures.Share([new PackCartons(60, 2_000), new PackCartons(60, 3_000)]).Packs());

    [Fact]
    public void The_size_of_the_only_pack_does_not_matter() =>
        Assert.Equal(Prefectures.Share(5_000).Cartons(), Prefectures.Share([new PackCartons(1, 5_000)]).Cartons());

    [Fact]
    public void No_carton_of_the_smallest_pack_would_be_fairer_elsewhere() =>
        (from recipients in Cases.Recipients(mostGiven: 0)
         from stock in Cases.Stock(onePack: false)
         where recipients.Any(recipient => recipient.Weight > 0)
         select new AllocationInput(stock, recipients, new AllocationRule())).Hold(input =>
        {
            var lines = Allocation.Of(input).Sound().Lines;
            var size = lines[0].Packs[^1].PiecesPerCarton;
            foreach (var winner in lines.Where(line => line.Packs[^1].Cartons > 0))
            {
                Assert.All(lines, loser => Assert.True(
                    winner.Weight * (2 * loser.Pieces + size) >= loser.Weight * (2 * winner.Pieces - size)));
            }
        });

    [Fact]
    public void A_carton_more_of_the_smallest_pack_takes_nothing_from_anybody() =>
        (from recipients in Cases.Recipients(mostGiven: 0)
         from stock in Cases.Stock(onePack: false)
         where recipients.Any(recipient => recipient.Weight > 0)
         select new AllocationInput(stock, recipients, new AllocationRule())).Hold(input =>
        {
            var smallest = input.Stock.Min(pack => pack.PiecesPerCarton);
            var before = Allocation.Of(input).Sound().Packs();
            var after = Allocation.Of(input with { Stock = [.. input.Stock, new PackCartons(smallest, 1)] }).Sound().Packs();
            var steps = after.SelectMany(packs => packs).Zip(before.SelectMany(packs => packs), (now, then) => now - then);
            Assert.Equal([1], steps.Where(step => step != 0));
        });

    [Fact]
    public void The_minimum_takes_every_pack_in_equal_parts()
    {
        var plan = Allocation.Of(new AllocationInput(
            [new PackCartons(60, 4), new PackCartons(50, 4)],
            [new("01", 1), new("02", 1_000_000)],
            new AllocationRule { MinimumCartons = 4 })).Sound();

        Assert.Equal([[2, 2], [2, 2]], plan.Packs());
    }

    [Fact]
    public void The_quota_of_a_line_is_in_average_cartons()
    {
        // 3 cartons of 160 pieces; a quarter and three quarters of them.
        var plan = Allocation.Of(new AllocationInput(
            [new PackCartons(60, 1), new PackCartons(50, 2)], [new("01", 1), new("02", 3)], new AllocationRule())).Sound();

        Assert.Equal([Fraction.Of(3, 4), Fraction.Of(9, 4)], plan.Lines.Select(line => line.Quota));
        Assert.Equal([250, -250], plan.Lines.Select(line => line.RoundingThousandths));
    }
}
