using System.Numerics;

namespace Logistics.Distribution.Apportionments;

/// <summary>
/// The level L, in pieces per unit of weight, up to which all claims would be filled if cartons were divisible: claim i takes
/// (L·weight − pieces) / piecesPerCarton cartons, at least 0 (if it already exceeds its share) and at most its room.
/// Without earlier pieces and limits these are the quotas.
/// </summary>
static class ShareLevel
{
    /// <summary>
    /// Finds the level. The total taken is piecewise linear in L, with a bend where a claim starts to take or is full. Walks the bends
    /// in order; on the segment that reaches the target, the level is one division. Exact, k·log k for k claims.
    /// </summary>
    /// <param name="cartons">Above 0, at most the room of all claims.</param>
    public static Fraction Find(IReadOnlyList<Claim> claims, int piecesPerCarton, BigInteger cartons)
    {
        var bends = new List<Bend>(2 * claims.Count);
        foreach (var claim in claims)
        {
            var full = claim.Pieces + (BigInteger)piecesPerCarton * claim.Room;
            bends.Add(new Bend(claim.Pieces, claim.Weight, claim.Weight, -claim.Pieces));
            bends.Add(new Bend(full, claim.Weight, -claim.Weight, full));
        }

        bends.Sort((a, b) => (a.Pieces * b.Weight).CompareTo(b.Pieces * a.Weight));

        // All claims together take slope · L + offset pieces.
        var target = piecesPerCarton * cartons;
        BigInteger slope = 0, offset = 0;
        foreach (var bend in bends)
        {
            if (slope * bend.Pieces + offset * bend.Weight >= target * bend.Weight)
                break;
            slope += bend.Slope;
            offset += bend.Offset;
        }

        return Fraction.Of(target - offset, slope);
    }

    /// <summary>Returns what a claim takes at a level, without its limits, as a numerator over <c>level.Denominator × piecesPerCarton</c>.</summary>
    public static BigInteger Take(this Fraction level, Claim claim) =>
        level.Numerator * claim.Weight - level.Denominator * claim.Pieces;

    /// <summary>A bend: at level Pieces / Weight the total changes by Slope · L + Offset.</summary>
    readonly record struct Bend(BigInteger Pieces, BigInteger Weight, BigInteger Slope, BigInteger Offset);
}
