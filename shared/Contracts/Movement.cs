using Logistics.Contracts.Codes;

namespace Logistics.Contracts;

/// <summary>
/// A posting of the double-entry ledger: pieces leave one account and enter another, so the sum over all accounts stays equal to the pledge.
/// The account <c>pledged</c> has no lots: a movement from it takes pieces from the line.
/// </summary>
/// <param name="From">Null if the movement adds to the pledge.</param>
/// <param name="To">Null if the movement reduces the pledge.</param>
/// <param name="Goods">The goods that move.</param>
public sealed record Movement(LedgerAccount? From, LedgerAccount? To, Goods Goods);
