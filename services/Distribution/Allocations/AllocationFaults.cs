using System.Numerics;
using Logistics.Contracts.Distribution;
using Logistics.Distribution.Apportionments;

namespace Logistics.Distribution.Allocations;

/// <summary>Finds all faults that make an allocation impossible, so that a form can show them together.</summary>
static class AllocationFaults
{
    public static IReadOnlyList<AllocationFault> In(AllocationInput input)
    {
        AllocationFault[] faults = [.. OfStock(input), .. OfRecipients(input), .. OfRule(input), .. OfFixed(input)];
        return faults.Length > 0 ? faults : [.. OfSums(input)];
    }

    static IEnumerable<AllocationFault> OfStock(AllocationInput input)
    {
        foreach (var pack in input.Stock.Where(pack => pack.PiecesPerCarton < 1))
            yield return new("allocation-pack-size", ("piecesPerCarton", pack.PiecesPerCarton));
        foreach (var pack in input.Stock.Where(pack => pack.Cartons < 0))
            yield return new("allocation-stock-negative", ("piecesPerCarton", pack.PiecesPerCarton), ("cartons", pack.Cartons));

        var pieces = Sum(input.Stock.Select(pack => BigInteger.Abs(pack.Cartons) * BigInteger.Abs(pack.PiecesPerCarton)))
            + Sum(input.Recipients.Select(recipient => BigInteger.Abs(recipient.AlreadyGiven)));
        if (pieces > AllocationInput.MaxPieces)
            yield return new("allocation-too-many-pieces", ("pieces", pieces), ("most", AllocationInput.MaxPieces));
    }

    static IEnumerable<AllocationFault> OfRecipients(AllocationInput input)
    {
        if (input.Recipients.Any(recipient => string.IsNullOrWhiteSpace(recipient.Code)))
            yield return new("allocation-recipient-without-code");
        foreach (var code in Repeated(input.Recipients.Select(recipient => recipient.Code)))
            yield return new("allocation-recipient-twice", ("recipient", code));
        foreach (var recipient in input.Recipients.Where(recipient => recipient.Weight < 0))
            yield return new("allocation-weight-negative", ("recipient", recipient.Code), ("weight", recipient.Weight));
        foreach (var recipient in input.Recipients.Where(recipient => recipient.AlreadyGiven < 0))
            yield return new("allocation-given-negative", ("recipient", recipient.Code), ("pieces", recipient.AlreadyGiven));
    }

    static IEnumerable<AllocationFault> OfRule(AllocationInput input)
    {
        var rule = input.Rule;
        if (!Enum.IsDefined(rule.Method))
            yield return new("allocation-method-unknown", ("method", (int)rule.Method));
        if (rule.ReserveBasisPoints is < 0 or > 10_000)
            yield return new("allocation-reserve-range", ("basisPoints", rule.ReserveBasisPoints));
        if (rule.MinimumCartons < 0)
            yield return new("allocation-minimum-negative", ("minimum", rule.MinimumCartons));
        if (rule.MaximumCartons is < 0)
            yield return new("allocation-maximum-negative", ("maximum", rule.MaximumCartons.Value));
        if (rule.MaximumCartons is >= 0 and var maximum && rule.MinimumCartons > maximum)
            yield return new("allocation-minimum-above-maximum", ("minimum", rule.MinimumCartons), ("maximum", maximum));

        foreach (var code in rule.Excluded.Where(code => !IsRecipient(input, code)))
            yield return new("allocation-excluded-unknown", ("recipient", code ?? ""));
        if (rule.Method != AllocationMethod.FixedWithRemainder && !TakingPart(input).Any(recipient => recipient.Weight > 0))
            yield return new("allocation-no-weight");
    }

    static IEnumerable<AllocationFault> OfFixed(AllocationInput input)
    {
        var rule = input.Rule;
        if (rule.Method != AllocationMethod.FixedWithRemainder)
        {
            if (rule.Fixed.Count > 0 || rule.RemainderTo is not null)
                yield return new("allocation-fixed-in-other-method", ("method", rule.Method));
            yield break;
        }

        foreach (var code in Repeated(rule.Fixed.Select(amount => amount.Code)))
            yield return new("allocation-fixed-twice", ("recipient", code));
        foreach (var (code, cartons) in rule.Fixed)
        {
            if (!IsRecipient(input, code))
                yield return new("allocation-fixed-unknown", ("recipient", code ?? ""));
            else if (IsExcluded(rule, code))
                yield return new("allocation-fixed-excluded", ("recipient", code));
            if (cartons < 0)
                yield return new("allocation-fixed-negative", ("recipient", code ?? ""), ("cartons", cartons));
            else if (cartons > (rule.MaximumCartons ?? long.MaxValue))
                yield return new("allocation-fixed-above-maximum", ("recipient", code ?? ""), ("cartons", cartons), ("maximum", rule.MaximumCartons!));
        }

        // A recipient without an entry has a fixed amount of 0.
        foreach (var recipient in TakingPart(input).Where(recipient => recipient.Code != rule.RemainderTo))
        {
            var cartons = rule.Fixed.FirstOrDefault(amount => amount.Code == recipient.Code).Cartons;
            if (cartons >= 0 && cartons < rule.MinimumCartons)
                yield return new("allocation-fixed-below-minimum", ("recipient", recipient.Code), ("cartons", cartons), ("minimum", rule.MinimumCartons));
        }

        if (!IsRecipient(input, rule.RemainderTo))
            yield return new("allocation-remainder-unknown", ("recipient", rule.RemainderTo ?? ""));
        else if (IsExcluded(rule, rule.RemainderTo))
            yield return new("allocation-remainder-excluded", ("recipient", rule.RemainderTo!));
        else if (rule.Fixed.Any(amount => amount.Code == rule.RemainderTo))
            yield return new("allocation-remainder-fixed", ("recipient", rule.RemainderTo!));
    }

    /// <summary>Checks whether the stock suffices. Requires an input without other faults.</summary>
    static IEnumerable<AllocationFault> OfSums(AllocationInput input)
    {
        var rule = input.Rule;
        var deal = new CartonDeal(input.Stock, recipients: 0);
        deal.TakeReserve(rule.ReserveBasisPoints);
        var available = deal.CartonsLeft;

        var isFixed = rule.Method == AllocationMethod.FixedWithRemainder;
        var amounts = Sum(rule.Fixed.Select(amount => (BigInteger)amount.Cartons));
        var minima = isFixed ? amounts + rule.MinimumCartons : (BigInteger)rule.MinimumCartons * TakingPart(input).Count();
        if (isFixed && amounts > available)
            yield return new("allocation-fixed-exceeds-stock", ("needed", amounts), ("available", available));
        else if (minima > available)
            yield return new("allocation-minimum-exceeds-stock", ("needed", minima), ("available", available));
    }

    static IEnumerable<AllocationRecipient> TakingPart(AllocationInput input) =>
        input.Recipients.Where(recipient => !IsExcluded(input.Rule, recipient.Code));

    static bool IsRecipient(AllocationInput input, string? code) => input.Recipients.Any(recipient => recipient.Code == code);

    static bool IsExcluded(AllocationRule rule, string? code) => rule.Excluded.Any(excluded => excluded == code);

    static IEnumerable<string> Repeated(IEnumerable<string> codes) =>
        codes.GroupBy(code => code ?? "", StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key);

    static BigInteger Sum(IEnumerable<BigInteger> numbers) => numbers.Aggregate(BigInteger.Zero, BigInteger.Add);
}
