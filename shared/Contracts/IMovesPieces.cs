namespace Logistics.Contracts;

/// <summary>An event by which pieces change their account. Followers post its movements and need to know nothing else.</summary>
public interface IMovesPieces
{
    IReadOnlyList<Movement> Movements { get; }
}
