using Logistics.Contracts.Codes;

namespace Logistics.Contracts;

/// <summary>
/// One posting of the double entry: pieces leave one account and enter another, so the sum over all accounts stays what was pledged.
/// The account <c>pledged</c> knows no lots: a movement out of it takes from the line.
/// </summary>
/// <param name="From">Null where the pieces are pledged by it.</param>
/// <param name="To">Null where a pledge is lowered by it.</param>
/// <param name="Goods">What moves.</param>
public sealed record Movement(LedgerAccount? From, LedgerAccount? To, Goods Goods);
