using System.Numerics;
using Logistics.Distribution.Apportionments;

namespace Logistics.Distribution.Allocations;

/// <summary>The cartons of one recipient in this plan, in addition to earlier tranches.</summary>
/// <param name="Code">The recipient.</param>
/// <param name="Weight">As in the input.</param>
/// <param name="AlreadyGiven">Pieces of earlier tranches, as in the input.</param>
/// <param name="Packs">Cartons of every pack size in stock, larger packs first; 0 for sizes not allocated.</param>
/// <param name="Quota">
/// Cartons before rounding, minimum and maximum: the share by weight of everything given so far and now, minus what was already
/// given. All quotas add up to the cartons allocated. With mixed packs, a carton is the average carton allocated. Below 0 if earlier
/// tranches exceeded the share. With fixed amounts, the amount.
/// </param>
public sealed record AllocationLine(string Code, BigInteger Weight, long AlreadyGiven, IReadOnlyList<PackCartons> Packs, Fraction Quota)
{
    public long Cartons => Packs.Sum(pack => pack.Cartons);

    public long Pieces => Packs.Sum(pack => pack.Pieces);

    /// <summary>Gets the cartons gained (above 0) or lost (below 0) through rounding, minimum and maximum: cartons minus quota, exactly.</summary>
    public Fraction Rounding => Fraction.Of(Cartons) - Quota;

    /// <summary>Gets <see cref="Rounding"/> in thousandths of a carton, for display.</summary>
    public long RoundingThousandths => (long)Rounding.ToThousandths();
}
