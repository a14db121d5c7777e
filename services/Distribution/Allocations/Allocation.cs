using System.Numerics;
using Logistics.Contracts.Distribution;
using Logistics.Distribution.Apportionments;

namespace Logistics.Distribution.Allocations;

/// <summary>
/// The exact number of cartons for each recipient. Uses integers only; the same input yields the same lines, and for each pack size the lines and the
/// reserve add up to the stock.
/// </summary>
/// <param name="Input">The input of the computation.</param>
/// <param name="Lines">One for each recipient, including excluded ones with 0, in the order of their codes.</param>
/// <param name="Reserve">Cartons given to nobody, by pack size, larger first.</param>
/// <param name="Unallocated">The part of the reserve that remains because every recipient is at its maximum.</param>
public sealed record Allocation(
    AllocationInput Input,
    IReadOnlyList<AllocationLine> Lines,
    IReadOnlyList<PackCartons> Reserve,
    IReadOnlyList<PackCartons> Unallocated)
{
    /// <summary>
    /// Withholds the reserve, gives each recipient its minimum or fixed amount, and divides the rest by weight. The four methods
    /// differ in the amounts, in whether these count against the share, and in the rounding.
    /// </summary>
    public static AllocationResult Of(AllocationInput input)
    {
        var faults = AllocationFaults.In(input);
        if (faults.Count > 0)
            return new AllocationResult(faults);

        var rule = input.Rule;
        var excluded = rule.Excluded.ToHashSet(StringComparer.Ordinal);
        AllocationRecipient[] recipients = [.. input.Recipients.OrderBy(recipient => recipient.Code, StringComparer.Ordinal)];
        var amounts = recipients.Select(recipient => AmountOf(recipient.Code)).ToArray();
        var weights = recipients.Select(WeightOf).ToArray();
        var given = recipients.Select(recipient => (BigInteger)(excluded.Contains(recipient.Code) ? 0 : recipient.AlreadyGiven)).ToArray();

        var deal = new CartonDeal(input.Stock, recipients.Length);
        var reserve = deal.TakeReserve(rule.ReserveBasisPoints);
        var quotas = Quotas(weights, given, deal);
        deal.Give(amounts);
        if (rule.Method == AllocationMethod.MinimumFirst)
            quotas = [.. Quotas(weights, given, deal).Zip(amounts, (quota, amount) => quota + Fraction.Of(amount))];

        var counted = rule.Method == AllocationMethod.MinimumFirst
            ? given
            : [.. given.Select((pieces, i) => pieces + deal.Dealt(i).Sum(pack => pack.Pieces))];
        var room = amounts.Select(amount => (rule.MaximumCartons ?? long.MaxValue) - amount).ToArray();
        deal.Share(rule.Method == AllocationMethod.LargestRemainder ? LargestRemainder.Share : HighestAverages.Share, weights, counted, room);

        var unallocated = deal.Left;
        return new AllocationResult(new Allocation(
            input,
            [.. recipients.Select(Line)],
            [.. reserve.Zip(unallocated, (kept, over) => kept with { Cartons = kept.Cartons + over.Cartons })],
            unallocated));

        long AmountOf(string code) =>
            excluded.Contains(code) ? 0
            : rule.Method == AllocationMethod.FixedWithRemainder ? rule.Fixed.FirstOrDefault(amount => amount.Code == code).Cartons
            : rule.MinimumCartons;

        BigInteger WeightOf(AllocationRecipient recipient) =>
            excluded.Contains(recipient.Code) ? 0
            : rule.Method != AllocationMethod.FixedWithRemainder ? recipient.Weight
            : recipient.Code == rule.RemainderTo ? 1 : 0;

        AllocationLine Line(AllocationRecipient recipient, int i)
        {
            var packs = deal.Dealt(i);
            var quota = rule.Method == AllocationMethod.FixedWithRemainder ? Fraction.Of(packs.Sum(pack => pack.Cartons)) : quotas[i];
            return new AllocationLine(recipient.Code, recipient.Weight, recipient.AlreadyGiven, packs, quota);
        }
    }

    /// <summary>Computes (total pieces · weight / all weights − pieces given) · cartons / pieces; the last two are those of the stock to divide.</summary>
    static Fraction[] Quotas(BigInteger[] weights, BigInteger[] given, CartonDeal deal)
    {
        var (cartons, pieces) = (deal.CartonsLeft, deal.PiecesLeft);
        if (pieces == 0)
            return [.. weights.Select(_ => Fraction.Of(0))];
        var allWeights = weights.Aggregate(BigInteger.Zero, BigInteger.Add);
        var total = given.Aggregate((BigInteger)pieces, BigInteger.Add);
        return [.. weights.Zip(given, (weight, has) => Fraction.Of((total * weight - has * allWeights) * cartons, allWeights * pieces))];
    }
}
