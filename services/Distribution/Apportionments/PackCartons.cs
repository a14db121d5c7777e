namespace Logistics.Distribution.Apportionments;

/// <summary>Whole cartons of one pack size.</summary>
/// <param name="PiecesPerCarton">At least 1.</param>
/// <param name="Cartons">0 or more.</param>
public readonly record struct PackCartons(int PiecesPerCarton, long Cartons)
{
    public long Pieces => PiecesPerCarton * Cartons;
}
