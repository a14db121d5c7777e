using System.Numerics;

namespace Logistics.Distribution.Apportionments;

/// <summary>One recipient's part in the sharing of cartons of one pack size. Claims stand in the order of their codes.</summary>
/// <param name="Weight">Above 0.</param>
/// <param name="Pieces">Pieces it has so far that count against its share.</param>
/// <param name="Room">Cartons it may take, above 0.</param>
readonly record struct Claim(BigInteger Weight, BigInteger Pieces, long Room);

/// <summary>Shares cartons of one pack size among claims, exactly as many as there are, never more than a claim has room for.</summary>
/// <param name="claims">With room for all cartons together.</param>
/// <returns>Cartons per claim.</returns>
delegate long[] CartonSharing(IReadOnlyList<Claim> claims, int piecesPerCarton, long cartons);
