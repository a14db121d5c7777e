using System.Text.Json;
using Logistics.Contracts;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Registry;
using Logistics.EventLog;
using Logistics.EventLog.Events;

namespace Logistics.Distribution.Tests;

/// <summary>The double entry, kept from nothing but the movements in the log.</summary>
static class Balances
{
    /// <summary>Pieces by account; fails where an account was negative after any event, or pieces were made or lost.</summary>
    public static async Task<Dictionary<string, long>> Of(Hub hub)
    {
        var received = 0L;
        var accounts = new Dictionary<(LedgerAccount, DonationNumber, int, LotNumber?), long>();
        foreach (var body in (await hub.Log.ReadSegment(0)).Events)
        {
            var (about, data) = EventBody.Read(body);
            var type = Events.All.Single(known => known.Name == about.Type).Type;
            var @event = JsonSerializer.Deserialize(data.Span, type, EventBody.Json)!;
            if (@event is Contracts.Distribution.StockReceived stock)
            {
                received += stock.Pieces;
                foreach (var goods in stock.Cartons.SelectMany(carton => carton.Goods))
                    Add(LedgerAccount.Hub, goods, 1);
            }

            foreach (var movement in @event is IMovesPieces moves ? moves.Movements : [])
            {
                Add(movement.From!.Value, movement.Goods, -1);
                Add(movement.To!.Value, movement.Goods, 1);
            }

            Assert.DoesNotContain(accounts, account => account.Value < 0);
            Assert.Equal(received, accounts.Values.Sum());
        }

        return accounts.Where(account => account.Value > 0)
            .GroupBy(account => account.Key.Item1.Value, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Sum(account => account.Value), StringComparer.Ordinal);

        void Add(LedgerAccount account, Goods goods, int sign)
        {
            var key = (account, goods.Donation, goods.Line, goods.Lot);
            accounts[key] = accounts.GetValueOrDefault(key) + sign * goods.Pieces;
        }
    }
}
