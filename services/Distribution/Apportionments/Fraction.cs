using System.Numerics;

namespace Logistics.Distribution.Apportionments;

/// <summary>An exact fraction in lowest terms; the denominator is above 0.</summary>
public sealed record Fraction
{
    Fraction(BigInteger numerator, BigInteger denominator) => (Numerator, Denominator) = (numerator, denominator);

    public BigInteger Numerator { get; }

    public BigInteger Denominator { get; }

    public static Fraction Of(BigInteger whole) => new(whole, BigInteger.One);

    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    public static Fraction Of(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
            throw new DivideByZeroException();
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        return new Fraction(numerator / divisor, denominator / divisor);
    }

    public static Fraction operator +(Fraction left, Fraction right) =>
        Of(left.Numerator * right.Denominator + right.Numerator * left.Denominator, left.Denominator * right.Denominator);

    public static Fraction operator -(Fraction left, Fraction right) =>
        Of(left.Numerator * right.Denominator - right.Numerator * left.Denominator, left.Denominator * right.Denominator);

    /// <summary>Rounds to the nearest thousandth, halves away from 0: 1/2000 is 1, −1/2000 is −1, −2/3 is −667.</summary>
    public BigInteger ToThousandths() =>
        Numerator.Sign * ((2000 * BigInteger.Abs(Numerator) + Denominator) / (2 * Denominator));

    public override string ToString() => $"{Numerator}/{Denominator}";
}
