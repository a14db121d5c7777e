namespace Logistics.Contracts;

/// <summary>An event that moves pieces between ledger accounts. Followers that post its movements need no other knowledge of it.</summary>
public interface IMovesPieces
{
    IReadOnlyList<Movement> Movements { get; }
}
