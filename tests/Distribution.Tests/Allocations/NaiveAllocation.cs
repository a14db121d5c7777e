using System.Numerics;
using Logistics.Contracts.Distribution;
using Logistics.Distribution.Allocations;
using Logistics.Distribution.Apportionments;

namespace Logistics.Distribution.Tests.Allocations;

/// <summary>The rules as one would do them by hand, carton by carton; slow, and written without the product's code.</summary>
sealed class NaiveAllocation
{
    readonly AllocationRecipient[] recipients;
    readonly AllocationRule rule;
    readonly List<int> pile;
    readonly List<int>[] hands;

    NaiveAllocation(AllocationInput input)
    {
        rule = input.Rule;
        recipients = [.. input.Recipients.Where(r => !rule.Excluded.Contains(r.Code)).OrderBy(r => r.Code, StringComparer.Ordinal)];
        pile = [.. input.Stock.SelectMany(pack => Enumerable.Repeat(pack.PiecesPerCarton, (int)pack.Cartons)).OrderDescending()];
        hands = [.. recipients.Select(_ => new List<int>())];
    }

    /// <summary>The sizes of the cartons that each code gets, excluded ones left out.</summary>
    public static Dictionary<string, List<int>> Of(AllocationInput input)
    {
        var naive = new NaiveAllocation(input);
        naive.KeepReserve();
        naive.GiveMinimum();
        if (input.Rule.Method == AllocationMethod.LargestRemainder)
            naive.ShareByLargestRemainder();
        else
            naive.ShareByHighestAverages();
        return naive.recipients.Zip(naive.hands).ToDictionary(pair => pair.First.Code, pair => pair.Second);
    }

    void KeepReserve()
    {
        var (all, kept) = (pile.Sum(), 0);
        while (kept * 10_000L < (long)all * rule.ReserveBasisPoints)
        {
            kept += pile[^1];
            pile.RemoveAt(pile.Count - 1);
        }
    }

    void GiveMinimum()
    {
        while (hands.Any(hand => hand.Count < rule.MinimumCartons))
            Give(Enumerable.Range(0, hands.Length).Where(i => hands[i].Count < rule.MinimumCartons).OrderBy(i => hands[i].Sum()).ThenBy(i => i).First());
    }

    void ShareByHighestAverages()
    {
        var onTop = hands.Select(hand => rule.Method == AllocationMethod.MinimumFirst ? hand.Sum() : 0).ToArray();
        while (pile.Count > 0)
        {
            var best = -1;
            foreach (var i in Enumerable.Range(0, hands.Length).Where(MayTake))
            {
                if (best < 0 || recipients[i].Weight * Divisor(best) > recipients[best].Weight * Divisor(i))
                    best = i;
            }

            if (best < 0)
                return;
            Give(best);
        }

        BigInteger Divisor(int i) => 2 * (recipients[i].AlreadyGiven + hands[i].Sum() - onTop[i]) + pile[0];
    }

    /// <summary>
    /// Pack by pack: quotas by the procedure of Bitran and Hax (1981) — share among the free; fix at the nearer limit those of the
    /// side that is violated more; again — then whole parts, then the largest fractions.
    /// </summary>
    void ShareByLargestRemainder()
    {
        while (pile.Count > 0)
        {
            var size = pile[0];
            var has = recipients.Select((r, i) => (BigInteger)r.AlreadyGiven + hands[i].Sum()).ToArray();
            var room = hands.Select((hand, i) => MayTake(i) ? Math.Min((rule.MaximumCartons ?? long.MaxValue) - hand.Count, pile.Count) : 0).ToArray();
            var cartons = Math.Min(pile.Count(carton => carton == size), room.Sum());
            if (cartons == 0)
                return;

            var quotas = room.Select(_ => Fraction.Of(0)).ToArray();
            var free = Enumerable.Range(0, room.Length).Where(i => room[i] > 0).ToList();
            var rest = (BigInteger)cartons;
            while (free.Count > 0)
            {
                var weight = free.Aggregate(BigInteger.Zero, (sum, i) => sum + recipients[i].Weight);
                var pieces = free.Aggregate(rest * size, (sum, i) => sum + has[i]);
                foreach (var i in free)
                    quotas[i] = Fraction.Of(pieces * recipients[i].Weight - has[i] * weight, weight * size);
                var under = free.Where(i => quotas[i].Numerator < 0).ToArray();
                var over = free.Where(i => (quotas[i] - Fraction.Of(room[i])).Numerator > 0).ToArray();
                var lacking = under.Aggregate(Fraction.Of(0), (sum, i) => sum - quotas[i]);
                var excess = over.Aggregate(Fraction.Of(0), (sum, i) => sum + quotas[i] - Fraction.Of(room[i]));
                if (under.Length == 0 && over.Length == 0)
                    break;
                var mostlyUnder = (lacking - excess).Numerator >= 0;
                foreach (var i in mostlyUnder ? under : over)
                {
                    quotas[i] = Fraction.Of(mostlyUnder ? 0 : room[i]);
                    rest -= mostlyUnder ? 0 : room[i];
                    free.Remove(i);
                }
            }

            var whole = quotas.Select(quota => (long)(quota.Numerator / quota.Denominator)).ToArray();
            var fractions = quotas.Select((quota, i) => quota - Fraction.Of(whole[i])).ToArray();
            var order = Enumerable.Range(0, whole.Length).ToList();
            order.Sort((a, b) => (fractions[b] - fractions[a]).Numerator.Sign is var sign && sign != 0 ? sign : a.CompareTo(b));
            foreach (var i in order.Take((int)(cartons - whole.Sum())))
                whole[i]++;
            for (var i = 0; i < whole.Length; i++)
            {
                for (var n = 0; n < whole[i]; n++)
                    Give(i);
            }
        }
    }

    bool MayTake(int i) => recipients[i].Weight > 0 && hands[i].Count < (rule.MaximumCartons ?? long.MaxValue);

    void Give(int i)
    {
        hands[i].Add(pile[0]);
        pile.RemoveAt(0);
    }
}
