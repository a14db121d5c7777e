using System.Numerics;

namespace Logistics.Distribution.Apportionments;

/// <summary>
/// Webster's method in the form of A. Sainte-Laguë, "La représentation proportionnelle et la méthode des moindres carrés"
/// (1910): the next carton goes to the greatest weight / (2·cartons + 1), ties to the lower code. Additional cartons never reduce
/// a share, and the method favours neither large nor small (M. L. Balinski and H. P. Young, "Fair Representation", 1982).
/// </summary>
/// <remarks>
/// Counts in pieces, so that cartons of other sizes and earlier tranches count by their contents: weight / (2·pieces +
/// piecesPerCarton). With one pack size this equals the rule above.
/// </remarks>
static class HighestAverages
{
    /// <remarks>
    /// Carton s of a claim (s = 0, 1, …) has the average weight / (2·pieces + (2s + 1)·piecesPerCarton), and the n greatest
    /// averages win. Those of at least 1 / 2L are the cartons below round(x), x being what the claim takes at level L with
    /// halves rounded up. So at any level, rounding gives a set that no average outside it exceeds. For k claims and the level
    /// that fills n − ⌈k/2⌉ cartons the set has at most n members: all of them win. It lacks at most k, because rounding loses
    /// less than a half per claim; these are drawn one by one. The work depends on the claims, not on the cartons.
    /// </remarks>
    public static long[] Share(IReadOnlyList<Claim> claims, int piecesPerCarton, long cartons)
    {
        var shares = CertainShares(claims, piecesPerCarton, cartons - (claims.Count + 1) / 2);
        var race = new PriorityQueue<int, Average>(new GreatestFirst());
        for (var i = 0; i < claims.Count; i++)
            Enter(i);
        for (var left = cartons - shares.Sum(); left > 0; left--)
        {
            var winner = race.Dequeue();
            shares[winner]++;
            Enter(winner);
        }

        return shares;

        void Enter(int i)
        {
            if (shares[i] < claims[i].Room)
                race.Enqueue(i, new Average(claims[i].Weight, 2 * claims[i].Pieces + (2 * (BigInteger)shares[i] + 1) * piecesPerCarton, i));
        }
    }

    static long[] CertainShares(IReadOnlyList<Claim> claims, int piecesPerCarton, long cartons)
    {
        if (cartons <= 0)
            return new long[claims.Count];
        var level = ShareLevel.Find(claims, piecesPerCarton, cartons);
        var carton = level.Denominator * piecesPerCarton;
        return [.. claims.Select(claim => (long)BigInteger.Clamp((2 * level.Take(claim) + carton) / (2 * carton), 0, claim.Room))];
    }

    readonly record struct Average(BigInteger Weight, BigInteger Divisor, int Order);

    /// <summary>Orders averages descending, ties by the lower code.</summary>
    sealed class GreatestFirst : IComparer<Average>
    {
        public int Compare(Average x, Average y)
        {
            var byAverage = (y.Weight * x.Divisor).CompareTo(x.Weight * y.Divisor);
            return byAverage != 0 ? byAverage : x.Order.CompareTo(y.Order);
        }
    }
}
