using System.Numerics;
using Logistics.Contracts.Distribution;
using Logistics.Distribution.Allocations;
using Logistics.Distribution.Apportionments;

namespace Logistics.Distribution.Tests.Allocations;

/// <summary>Every refusal: one change to a sound input, one fault.</summary>
public class AllocationFaultsTests
{
    static readonly AllocationInput Sound = new(
        [new PackCartons(60, 100)], [new("01", 1), new("02", 1), new("03", 2)], new AllocationRule());

    static readonly AllocationRule FixedRule = new()
    {
        Method = AllocationMethod.FixedWithRemainder,
        Fixed = [new FixedCartons("01", 10), new FixedCartons("03", 20)],
        RemainderTo = "02",
    };

    [Fact]
    public void The_sound_inputs_have_none()
    {
        Allocation.Of(Sound).Sound();
        Allocation.Of(Sound with { Rule = FixedRule }).Sound();
    }

    [Fact]
    public void Minima_above_the_stock_say_what_is_needed_and_what_is_there()
    {
        Refuses(Sound with { Rule = new() { MinimumCartons = 34 } }, "allocation-minimum-exceeds-stock", ("needed", (BigInteger)102), ("available", 100L));
        Refuses(
            Sound with { Rule = new() { MinimumCartons = 33, ReserveBasisPoints = 200 } },
            "allocation-minimum-exceeds-stock", ("needed", (BigInteger)99), ("available", 98L));
        Allocation.Of(Sound with { Rule = new() { MinimumCartons = 33 } }).Sound();
        Allocation.Of(Sound with { Rule = new() { MinimumCartons = 50, Excluded = ["02"] } }).Sound();
    }

    [Fact]
    public void A_minimum_that_would_overflow_is_only_too_high() =>
        Refuses(
            Sound with { Rule = new() { MinimumCartons = long.MaxValue } },
            "allocation-minimum-exceeds-stock", ("needed", 3 * (BigInteger)long.MaxValue), ("available", 100L));

    [Fact]
    public void No_recipient_with_weight()
    {
        Refuses(Sound with { Recipients = [new("01", 0)] }, "allocation-no-weight");
        Refuses(Sound with { Recipients = [] }, "allocation-no-weight");
        Refuses(Sound with { Rule = new() { Excluded = ["01", "02", "03"] } }, "allocation-no-weight");
    }

    [Fact]
    public void Stock_that_cannot_be()
    {
        Refuses(Sound with { Stock = [new(0, 5)] }, "allocation-pack-size", ("piecesPerCarton", 0));
        Refuses(Sound with { Stock = [new(60, -5)] }, "allocation-stock-negative", ("piecesPerCarton", 60), ("cartons", -5L));
        Refuses(
            Sound with { Stock = [new(1, AllocationInput.MaxPieces), new(2, 1)] },
            "allocation-too-many-pieces", ("pieces", AllocationInput.MaxPieces + (BigInteger)2), ("most", AllocationInput.MaxPieces));
        Allocation.Of(Sound with { Stock = [new(1, AllocationInput.MaxPieces)] }).Sound();
    }

    [Fact]
    public void Recipients_that_cannot_be()
    {
        Refuses(Sound with { Recipients = [new("01", 1), new("02", 1), new("01", 2)] }, "allocation-recipient-twice", ("recipient", "01"));
        Refuses(Sound with { Recipients = [new(" ", 1)] }, "allocation-recipient-without-code");
        Refuses(Sound with { Recipients = [new("01", 1), new("02", -1)] }, "allocation-weight-negative", ("recipient", "02"), ("weight", BigInteger.MinusOne));
        Refuses(Sound with { Recipients = [new("01", 1, -60)] }, "allocation-given-negative", ("recipient", "01"), ("pieces", -60L));
    }

    [Fact]
    public void Rules_that_cannot_be()
    {
        Refuses(Sound with { Rule = new() { ReserveBasisPoints = 10_001 } }, "allocation-reserve-range", ("basisPoints", 10_001));
        Refuses(Sound with { Rule = new() { ReserveBasisPoints = -1 } }, "allocation-reserve-range", ("basisPoints", -1));
        Refuses(Sound with { Rule = new() { MinimumCartons = -1 } }, "allocation-minimum-negative", ("minimum", -1L));
        Refuses(Sound with { Rule = new() { MaximumCartons = -1 } }, "allocation-maximum-negative", ("maximum", -1L));
        Refuses(
            Sound with { Rule = new() { MinimumCartons = 3, MaximumCartons = 2 } },
            "allocation-minimum-above-maximum", ("minimum", 3L), ("maximum", 2L));
        Refuses(Sound with { Rule = new() { Excluded = ["99"] } }, "allocation-excluded-unknown", ("recipient", "99"));
        Refuses(Sound with { Rule = new() { Method = (AllocationMethod)9 } }, "allocation-method-unknown", ("method", 9));
    }

    [Fact]
    public void Fixed_amounts_that_cannot_be()
    {
        RefusesFixed(FixedRule with { Fixed = [new("01", 101)] }, "allocation-fixed-exceeds-stock", ("needed", (BigInteger)101), ("available", 100L));
        RefusesFixed(
            FixedRule with { Fixed = [new("01", 50), new("03", 49)], ReserveBasisPoints = 200 },
            "allocation-fixed-exceeds-stock", ("needed", (BigInteger)99), ("available", 98L));
        RefusesFixed(FixedRule with { Fixed = [new("99", 1)] }, "allocation-fixed-unknown", ("recipient", "99"));
        RefusesFixed(FixedRule with { Excluded = ["01"] }, "allocation-fixed-excluded", ("recipient", "01"));
        RefusesFixed(FixedRule with { Fixed = [new("01", -1)] }, "allocation-fixed-negative", ("recipient", "01"), ("cartons", -1L));
        RefusesFixed(FixedRule with { Fixed = [new("01", 1), new("01", 2)] }, "allocation-fixed-twice", ("recipient", "01"));
        RefusesFixed(FixedRule with { MaximumCartons = 19 }, "allocation-fixed-above-maximum", ("recipient", "03"), ("cartons", 20L), ("maximum", 19L));
        RefusesFixed(FixedRule with { MinimumCartons = 11 }, "allocation-fixed-below-minimum", ("recipient", "01"), ("cartons", 10L), ("minimum", 11L));
        RefusesFixed(
            FixedRule with { Fixed = [new("03", 20)], MinimumCartons = 1 },
            "allocation-fixed-below-minimum", ("recipient", "01"), ("cartons", 0L), ("minimum", 1L));
    }

    [Fact]
    public void A_remainder_that_cannot_be()
    {
        RefusesFixed(FixedRule with { RemainderTo = "99" }, "allocation-remainder-unknown", ("recipient", "99"));
        RefusesFixed(FixedRule with { RemainderTo = null }, "allocation-remainder-unknown", ("recipient", ""));
        RefusesFixed(FixedRule with { Excluded = ["02"] }, "allocation-remainder-excluded", ("recipient", "02"));
        RefusesFixed(FixedRule with { RemainderTo = "01" }, "allocation-remainder-fixed", ("recipient", "01"));
        RefusesFixed(
            FixedRule with { Fixed = [new("01", 50), new("03", 45)], MinimumCartons = 6 },
            "allocation-minimum-exceeds-stock", ("needed", (BigInteger)101), ("available", 100L));
    }

    [Fact]
    public void Fixed_amounts_in_a_method_without_them_are_not_ignored()
    {
        var other = FixedRule with { Method = AllocationMethod.Webster };
        RefusesFixed(other with { RemainderTo = null }, "allocation-fixed-in-other-method", ("method", AllocationMethod.Webster));
        RefusesFixed(other with { Fixed = [] }, "allocation-fixed-in-other-method", ("method", AllocationMethod.Webster));
    }

    [Fact]
    public void Several_faults_are_said_at_once()
    {
        var faults = Allocation.Of(new AllocationInput(
            [new(60, -1)], [new("01", -1)], new AllocationRule { ReserveBasisPoints = 20_000 })).Faults;

        Assert.Equal(
            ["allocation-stock-negative", "allocation-weight-negative", "allocation-reserve-range", "allocation-no-weight"],
            faults.Select(fault => fault.Code));
    }

    static void RefusesFixed(AllocationRule rule, string code, params (string Name, object Value)[] facts) =>
        Refuses(Sound with { Rule = rule }, code, facts);

    static void Refuses(AllocationInput input, string code, params (string Name, object Value)[] facts)
    {
        var result = Allocation.Of(input);
        Assert.False(result.Succeeded);
        var fault = Assert.Single(result.Faults);
        Assert.Equal(code, fault.Code);
        Assert.Equal(facts, fault.Facts);
    }
}
