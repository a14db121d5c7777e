using System.Diagnostics.Metrics;
using Dapper;
using Logistics.Hosting.Commands;

namespace Logistics.Tracking.Balances;

/// <summary>Counts the pieces of all donations by account.</summary>
static class CountPieces
{
    public static void Map(ServiceDefinition tracking) => tracking.Measure(
        "logistics.pieces",
        "{piece}",
        "Pieces of all donations, by the account in which they are.",
        (connection, _) => connection.Query<(string Account, long Pieces)>("select account, sum(pieces) from balance where generation = (select shown from generation) and kind = 'donation' group by account")
            .Select(row => new Measurement<long>(row.Pieces, new KeyValuePair<string, object?>("account", row.Account))));
}
