using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Logistics.Contracts.Distribution;
using Logistics.Distribution.Allocations;
using Logistics.Distribution.Apportionments;

namespace Logistics.Distribution.Tests.Allocations;

/// <summary>Random inputs: small ones, where ties and limits are frequent, and huge ones.</summary>
static class Cases
{
    static readonly int[] Sizes = [10, 20, 25, 50, 60];

    /// <summary>Sound inputs by the three methods that share by weight, with everything a rule can hold.</summary>
    public static Gen<AllocationInput> Any(bool onePack = false) =>
        from recipients in Recipients()
        from stock in Stock(onePack)
        from method in Gen.Elements(AllocationMethod.Webster, AllocationMethod.LargestRemainder, AllocationMethod.MinimumFirst)
        from reserve in Gen.Frequency((2, Gen.Constant(0)), (2, Gen.Choose(0, 3_000)), (1, Gen.Choose(0, 10_000)))
        from minimum in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Choose(1, 4)))
        from maximum in Gen.Frequency((2, Gen.Constant(long.MaxValue)), (1, Gen.Choose(4, 40).Select(value => (long)value)))
        from excluded in Gen.Choose(0, recipients.Length - 1).ArrayOf(2)
        from excludes in Gen.Elements(true, false)
        select new AllocationInput(stock, recipients, new AllocationRule
        {
            Method = method,
            ReserveBasisPoints = reserve,
            MinimumCartons = minimum,
            MaximumCartons = maximum == long.MaxValue ? null : maximum,
            Excluded = excludes ? [.. excluded.Select(i => recipients[i].Code).Distinct()] : [],
        });

    public static Gen<AllocationRecipient[]> Recipients(int mostGiven = 300) =>
        from count in Gen.Choose(1, 9)
        from weights in Gen.Frequency((3, Gen.Choose(0, 9)), (1, Gen.Choose(0, 1_000))).ArrayOf(count)
        from given in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(0, mostGiven))).ArrayOf(count)
        select Enumerable.Range(0, count).Select(i => new AllocationRecipient($"{i + 1:00}", weights[i], given[i])).ToArray();

    public static Gen<PackCartons[]> Stock(bool onePack) =>
        from count in onePack ? Gen.Constant(1) : Gen.Choose(1, 3)
        from sizes in Gen.Elements(Sizes).ArrayOf(count)
        from cartons in Gen.Choose(0, 80).ArrayOf(count)
        select sizes.Zip(cartons, (size, number) => new PackCartons(size, number)).ToArray();

    /// <summary>Up to 10^9 cartons, weights of up to 10^12, up to 60 recipients.</summary>
    public static Gen<AllocationInput> Huge() =>
        from count in Gen.Choose(1, 60)
        from digits in Gen.Choose(0, 12).ArrayOf(count)
        from leading in Gen.Choose(1, 999_999).ArrayOf(count)
        from cartons in Gen.Choose(0, 1_000_000_000)
        from given in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Choose(0, 1_000_000_000))).ArrayOf(count)
        let weights = leading.Zip(digits, (lead, zeros) => 1 + lead * BigInteger.Pow(10, zeros) / 1_000_000).ToArray()
        select new AllocationInput(
            [new PackCartons(1_000, cartons)],
            [.. Enumerable.Range(0, count).Select(i => new AllocationRecipient($"{i:00}", weights[i], given[i]))],
            new AllocationRule());

    /// <summary>Fails with the case and the seed to repeat it.</summary>
    public static void Hold<T>(this Gen<T> cases, Action<T> property, int times = 500) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(times).WithQuietOnSuccess(true), Prop.ForAll(cases.ToArbitrary(), property));
}
