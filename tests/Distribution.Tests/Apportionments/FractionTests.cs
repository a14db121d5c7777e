using Logistics.Distribution.Apportionments;

namespace Logistics.Distribution.Tests.Apportionments;

public class FractionTests
{
    [Theory]
    [InlineData(2, 4, 1, 2)]
    [InlineData(-2, 4, -1, 2)]
    [InlineData(2, -4, -1, 2)]
    [InlineData(0, -7, 0, 1)]
    [InlineData(9, 3, 3, 1)]
    public void Is_in_lowest_terms_with_the_sign_above(int numerator, int denominator, int reduced, int reducedDenominator)
    {
        var fraction = Fraction.Of(numerator, denominator);

        Assert.Equal((reduced, reducedDenominator), ((int)fraction.Numerator, (int)fraction.Denominator));
    }

    [Fact]
    public void Adds_and_subtracts_exactly()
    {
        Assert.Equal(Fraction.Of(5, 6), Fraction.Of(1, 2) + Fraction.Of(1, 3));
        Assert.Equal(Fraction.Of(-1, 6), Fraction.Of(1, 3) - Fraction.Of(1, 2));
    }

    [Theory]
    [InlineData(1, 2_000, 1)]
    [InlineData(-1, 2_000, -1)]
    [InlineData(1, 2_001, 0)]
    [InlineData(-2, 3, -667)]
    [InlineData(7, 1, 7_000)]
    public void Rounds_to_thousandths_with_halves_away_from_0(int numerator, int denominator, int thousandths) =>
        Assert.Equal(thousandths, (int)Fraction.Of(numerator, denominator).ToThousandths());

    [Fact]
    public void Has_no_denominator_0() => Assert.Throws<DivideByZeroException>(() => Fraction.Of(1, 0));
}
