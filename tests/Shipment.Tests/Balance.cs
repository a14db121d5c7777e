using Logistics.Contracts;
using Logistics.Contracts.Codes;

namespace Logistics.Shipment.Tests;

/// <summary>Posts movements as a follower does.</summary>
static class Balance
{
    /// <summary>Pieces by line and account, starting from what was packed; fails where an account goes below nothing or pieces appear.</summary>
    public static IReadOnlyDictionary<(int Line, LedgerAccount Account), long> Of(IReadOnlyList<Movement> movements, params (int Line, long Packed)[] lines)
    {
        var balance = new Accounts();
        foreach (var (line, packed) in lines)
            balance.Add((line, LedgerAccount.Packed), packed);
        foreach (var movement in movements)
        {
            Assert.True(movement.Goods.Pieces > 0, $"{movement} moves nothing");
            balance.Add((movement.Goods.Line, movement.From!.Value), -movement.Goods.Pieces);
            balance.Add((movement.Goods.Line, movement.To!.Value), movement.Goods.Pieces);
        }

        foreach (var (line, packed) in lines)
            Assert.Equal(packed, balance.Pieces.Where(entry => entry.Key.Line == line).Sum(entry => entry.Value));
        return balance.Pieces;
    }

    sealed class Accounts
    {
        public Dictionary<(int Line, LedgerAccount Account), long> Pieces { get; } = [];

        public void Add((int Line, LedgerAccount Account) key, long pieces)
        {
            Pieces[key] = Pieces.GetValueOrDefault(key) + pieces;
            Assert.True(Pieces[key] >= 0, $"{key} is below nothing");
        }
    }
}
