using System.Numerics;

namespace Logistics.Distribution.Apportionments;

/// <summary>The claim of one recipient on cartons of one pack size. Claims are ordered by recipient code.</summary>
/// <param name="Weight">Above 0.</param>
/// <param name="Pieces">Pieces it already has that count against its share.</param>
/// <param name="Room">Cartons it may take, above 0.</param>
readonly record struct Claim(BigInteger Weight, BigInteger Pieces, long Room);

/// <summary>Divides cartons of one pack size exactly among claims without exceeding the room of any.</summary>
/// <param name="claims">Claims with room for all cartons together.</param>
/// <returns>Cartons by claim.</returns>
delegate long[] CartonSharing(IReadOnlyList<Claim> claims, int piecesPerCarton, long cartons);
