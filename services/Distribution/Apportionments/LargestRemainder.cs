using System.Numerics;

namespace Logistics.Distribution.Apportionments;

/// <summary>
/// The method of the largest remainder (Hamilton, Hare–Niemeyer): each claim gets the whole part of its quota, and the remaining cartons
/// go one each to the largest fractions, ties to the lower code. Additional cartons can reduce a share (the Alabama
/// paradox: Balinski and Young, "Fair Representation", 1982), which is why this is not the default.
/// </summary>
/// <remarks>
/// The quota covers the cumulative total including earlier tranches. A recipient above its quota keeps what it has, and the
/// other quotas shrink in proportion; they grow likewise if a recipient has no more room.
/// </remarks>
static class LargestRemainder
{
    public static long[] Share(IReadOnlyList<Claim> claims, int piecesPerCarton, long cartons)
    {
        var level = ShareLevel.Find(claims, piecesPerCarton, cartons);
        var carton = level.Denominator * piecesPerCarton;
        var quotas = claims.Select(claim => BigInteger.Clamp(level.Take(claim), 0, claim.Room * carton)).ToArray();
        var shares = quotas.Select(quota => (long)(quota / carton)).ToArray();

        // Fewer cartons remain than claims have fractions, and a claim with a fraction has room for one more.
        var left = cartons - shares.Sum();
        foreach (var i in Enumerable.Range(0, claims.Count).OrderByDescending(i => quotas[i] % carton).ThenBy(i => i).Take((int)left))
            shares[i]++;
        return shares;
    }
}
