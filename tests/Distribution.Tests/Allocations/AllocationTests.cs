using System.Numerics;
using FsCheck.Fluent;
using Logistics.Contracts.Distribution;
using Logistics.Distribution.Allocations;
using Logistics.Distribution.Apportionments;

namespace Logistics.Distribution.Tests.Allocations;

/// <summary>What holds for every input.</summary>
public class AllocationTests
{
    [Fact]
    public void Equals_the_rules_done_by_hand()
    {
        var shared = 0;
        Cases.Any().Hold(input =>
        {
            if (Allocation.Of(input).Allocation is not { } allocation)
                return;
            shared++;
            var naive = NaiveAllocation.Of(input);
            foreach (var line in allocation.Lines)
            {
                var cartons = naive.GetValueOrDefault(line.Code, []);
                Assert.Equal(cartons.Order(), line.Packs.SelectMany(pack => Enumerable.Repeat(pack.PiecesPerCarton, (int)pack.Cartons)).Order());
            }
        }, times: 3_000);
        Assert.InRange(shared, 1_000, 3_000);
    }

    [Fact]
    public void Lines_and_reserve_add_up_to_the_stock_of_every_pack() =>
        Cases.Any().Hold(input =>
        {
            if (Allocation.Of(input).Allocation is not { } allocation)
                return;
            var stock = input.Stock.GroupBy(pack => pack.PiecesPerCarton)
                .Select(same => new PackCartons(same.Key, same.Sum(pack => pack.Cartons)))
                .OrderByDescending(pack => pack.PiecesPerCarton);
            Assert.Equal(stock, allocation.Total());
            Assert.Equal(input.Recipients.Count, allocation.Lines.Count);
            Assert.All(allocation.Lines.SelectMany(line => line.Packs).Concat(allocation.Reserve), pack => Assert.True(pack.Cartons >= 0));
        });

    [Fact]
    public void Quotas_add_up_to_the_cartons_shared_and_rounding_to_nothing() =>
        Cases.Any().Hold(input =>
        {
            if (Allocation.Of(input).Allocation is not { } allocation)
                return;
            var unallocated = allocation.Unallocated.Sum(pack => pack.Cartons);
            var shared = allocation.Cartons().Sum() + unallocated;
            Assert.Equal(Fraction.Of(shared), allocation.Lines.Aggregate(Fraction.Of(0), (sum, line) => sum + line.Quota));
            Assert.Equal(Fraction.Of(-unallocated), allocation.Lines.Aggregate(Fraction.Of(0), (sum, line) => sum + line.Rounding));
        });

    [Fact]
    public void The_order_of_the_input_does_not_matter() =>
        (from input in Cases.Any()
         from recipients in Gen.Shuffle(input.Recipients.ToArray())
         from stock in Gen.Shuffle(input.Stock.ToArray())
         from excluded in Gen.Shuffle(input.Rule.Excluded.ToArray())
         select (input, shuffled: new AllocationInput(stock, recipients, input.Rule with { Excluded = excluded }))).Hold(one =>
        {
            var (first, second) = (Allocation.Of(one.input).Allocation, Allocation.Of(one.shuffled).Allocation);
            Assert.Equal(first?.Packs(), second?.Packs());
            Assert.Equal(first?.Reserve, second?.Reserve);
            Assert.Equal(first?.Lines.Select(line => line.Code), second?.Lines.Select(line => line.Code));
        });

    [Fact]
    public void Codes_are_compared_by_ordinal_not_by_language()
    {
        var lines = Allocation.Of(new AllocationInput(
            [new PackCartons(60, 1)],
            [new AllocationRecipient("b", 1), new AllocationRecipient("a", 1), new AllocationRecipient("B", 1)],
            new AllocationRule())).Sound().Lines;

        Assert.Equal([("B", 1L), ("a", 0L), ("b", 0L)], lines.Select(line => (line.Code, line.Cartons)));
    }

    [Fact]
    public void An_empty_stock_gives_everybody_nothing()
    {
        var plan = Prefectures.Share(0);

        Assert.All(plan.Lines, line => Assert.Equal((0L, Fraction.Of(0)), (line.Cartons, line.Quota)));
    }

    [Fact]
    public void Nothing_that_can_be_put_in_makes_it_throw()
    {
        var numbers = Gen.Elements(long.MinValue, -1, 0, 1, 2, 10_000, 1_000_000_000, long.MaxValue);
        (from cartons in numbers.ArrayOf(2)
         from sizes in Gen.Elements(int.MinValue, -1, 0, 1, 60, int.MaxValue).ArrayOf(2)
         from weights in numbers.ArrayOf(3)
         from given in numbers.ArrayOf(3)
         from limits in numbers.ArrayOf(3)
         from codes in Gen.Elements("", "01", "02", "03", null).ArrayOf(6)
         from method in Gen.Choose(-1, 4)
         from reserve in Gen.Elements(int.MinValue, -1, 0, 1, 10_000, 10_001, int.MaxValue)
         select new AllocationInput(
             [new PackCartons(sizes[0], cartons[0]), new PackCartons(sizes[1], cartons[1])],
             [new AllocationRecipient(codes[0]!, weights[0], given[0]), new AllocationRecipient("02", weights[1] * (BigInteger)weights[2], given[1])],
             new AllocationRule
             {
                 Method = (AllocationMethod)method,
                 ReserveBasisPoints = reserve,
                 MinimumCartons = limits[0],
                 MaximumCartons = limits[1] == 2 ? null : limits[1],
                 Excluded = codes[1] == "" ? [] : [codes[1]!],
                 Fixed = codes[2] == "" ? [] : [new FixedCartons(codes[3]!, limits[2])],
                 RemainderTo = codes[4],
             })).Hold(input => Assert.Equal(Allocation.Of(input).Succeeded, Allocation.Of(input).Faults.Count == 0), times: 3_000);
    }
}
