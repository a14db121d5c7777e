using System.Numerics;
using Logistics.Distribution.Apportionments;

namespace Logistics.Distribution.Allocations;

/// <summary>What one recipient gets in this plan, on top of what earlier tranches gave.</summary>
/// <param name="Code">The recipient.</param>
/// <param name="Weight">As in the input.</param>
/// <param name="AlreadyGiven">Pieces of earlier tranches, as in the input.</param>
/// <param name="Packs">Cartons of every pack size in stock, larger packs first; 0 if it gets none.</param>
/// <param name="Quota">
/// Cartons, before rounding, minimum and maximum: the share by weight of all that was and is now given, less what was already
/// given. All quotas add up to the cartons shared. In mixed packs a carton is the average carton shared. Below 0 when earlier
/// tranches gave more than the share. With fixed amounts, the amount.
/// </param>
public sealed record AllocationLine(string Code, BigInteger Weight, long AlreadyGiven, IReadOnlyList<PackCartons> Packs, Fraction Quota)
{
    public long Cartons => Packs.Sum(pack => pack.Cartons);

    public long Pieces => Packs.Sum(pack => pack.Pieces);

    /// <summary>Cartons that whole cartons, minimum and maximum gave (above 0) or took (below 0): cartons less quota, exactly.</summary>
    public Fraction Rounding => Fraction.Of(Cartons) - Quota;

    /// <summary><see cref="Rounding"/> in thousandths of a carton, for display.</summary>
    public long RoundingThousandths => (long)Rounding.ToThousandths();
}
