using System.Numerics;

namespace Logistics.Distribution.Apportionments;

/// <summary>
/// The method of the largest remainder (Hamilton, Hare–Niemeyer): everybody gets the whole part of the quota, the cartons left
/// go one each to the largest fractions, ties to the lower code. Adding cartons can take one from somebody (the Alabama
/// paradox: Balinski and Young, "Fair Representation", 1982), which is why it is not the default.
/// </summary>
/// <remarks>
/// The quota is of the cumulative total, pieces of earlier tranches included. Who has more than that already keeps it, and the
/// others' quotas shrink in proportion; so do they grow where somebody has no more room.
/// </remarks>
static class LargestRemainder
{
    public static long[] Share(IReadOnlyList<Claim> claims, int piecesPerCarton, long cartons)
    {
        var level = ShareLevel.Find(claims, piecesPerCarton, cartons);
        var carton = level.Denominator * piecesPerCarton;
        var quotas = claims.Select(claim => BigInteger.Clamp(level.Take(claim), 0, claim.Room * carton)).ToArray();
        var shares = quotas.Select(quota => (long)(quota / carton)).ToArray();

        // Fewer cartons are left than claims have a fraction, and a claim with a fraction has room for one more.
        var left = cartons - shares.Sum();
        foreach (var i in Enumerable.Range(0, claims.Count).OrderByDescending(i => quotas[i] % carton).ThenBy(i => i).Take((int)left))
            shares[i]++;
        return shares;
    }
}
