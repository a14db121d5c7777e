using System.Numerics;

namespace Logistics.Distribution.Apportionments;

/// <summary>Deals stock to recipients: larger packs first, so that small ones balance the result at the end.</summary>
sealed class CartonDeal
{
    readonly int[] sizes;
    readonly long[] left;
    readonly long[][] dealt;

    public CartonDeal(IEnumerable<PackCartons> stock, int recipients)
    {
        var packs = stock.GroupBy(pack => pack.PiecesPerCarton).OrderByDescending(pack => pack.Key).ToArray();
        sizes = [.. packs.Select(pack => pack.Key)];
        left = [.. packs.Select(pack => pack.Sum(same => same.Cartons))];
        dealt = [.. Enumerable.Range(0, recipients).Select(_ => new long[sizes.Length])];
    }

    public long CartonsLeft => left.Sum();

    public long PiecesLeft => Packs(left).Sum(pack => pack.Pieces);

    public PackCartons[] Left => Packs(left);

    public PackCartons[] Dealt(int recipient) => Packs(dealt[recipient]);

    /// <summary>
    /// Removes cartons, smallest packs first, until they contain the requested part of all pieces: large packs remain for
    /// the recipients, and rounding up costs them least.
    /// </summary>
    public PackCartons[] TakeReserve(int basisPoints)
    {
        var taken = new long[sizes.Length];
        var missing = (long)(((Int128)PiecesLeft * basisPoints + 9_999) / 10_000);
        for (var pack = sizes.Length - 1; pack >= 0 && missing > 0; pack--)
        {
            taken[pack] = Math.Min(left[pack], (missing + sizes[pack] - 1) / sizes[pack]);
            left[pack] -= taken[pack];
            missing -= taken[pack] * sizes[pack];
        }

        return Packs(taken);
    }

    /// <summary>Gives each recipient a number of cartons, with all pack sizes in proportion to these numbers.</summary>
    public void Give(IReadOnlyList<long> cartons) =>
        Share(HighestAverages.Share, [.. cartons.Select(amount => (BigInteger)amount)], [.. cartons.Select(_ => BigInteger.Zero)], cartons);

    /// <summary>Divides the remaining cartons. Those for which no recipient with weight has room remain undealt.</summary>
    /// <param name="weights">By recipient; a weight of 0 gets nothing.</param>
    /// <param name="pieces">By recipient, pieces that count against its share.</param>
    /// <param name="room">By recipient, cartons it may still take.</param>
    public void Share(CartonSharing sharing, IReadOnlyList<BigInteger> weights, IReadOnlyList<BigInteger> pieces, IReadOnlyList<long> room)
    {
        var has = pieces.ToArray();
        var mayTake = room.ToArray();
        for (var pack = 0; pack < sizes.Length; pack++)
        {
            var takers = Enumerable.Range(0, dealt.Length).Where(i => weights[i] > 0 && mayTake[i] > 0).ToArray();
            var cartons = (long)takers.Aggregate(BigInteger.Zero, (sum, i) => sum + mayTake[i], sum => BigInteger.Min(sum, left[pack]));
            if (cartons == 0)
                continue;

            var shares = sharing([.. takers.Select(i => new Claim(weights[i], has[i], Math.Min(mayTake[i], cartons)))], sizes[pack], cartons);
            foreach (var (taker, share) in takers.Zip(shares))
            {
                dealt[taker][pack] += share;
                left[pack] -= share;
                has[taker] += (BigInteger)share * sizes[pack];
                mayTake[taker] -= share;
            }
        }
    }

    PackCartons[] Packs(long[] cartons) => [.. sizes.Zip(cartons, (size, count) => new PackCartons(size, count))];
}
