using System.Data.Common;
using Dapper;
using Logistics.Testing;
using Microsoft.Data.Sqlite;

namespace Logistics.System.Tests;

/// <summary>Looks into the logs of a demo from outside, while it runs or after it was killed.</summary>
static class DemoLogs
{
    static readonly string[] Services = ["intake", "shipment", "distribution"];

    /// <summary>Events by service.</summary>
    /// <param name="open">Opens the database of a service.</param>
    public static Dictionary<string, long> Heads(Func<string, DbConnection> open) => Services.ToDictionary(service => service, service => Head(() => open(service)), StringComparer.Ordinal);

    /// <inheritdoc cref="Heads(Func{string, DbConnection})"/>
    /// <param name="folder">Folder of SQLite files; missing ones have no events.</param>
    public static Dictionary<string, long> Heads(string folder) => Heads(service =>
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, service + ".db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return connection;
    });

    /// <summary>Waits until a demo has come to so many events.</summary>
    /// <param name="heads">Of its services.</param>
    /// <param name="moment">Of all services together.</param>
    /// <param name="demo">It may not end before.</param>
    /// <param name="told">What else to say where it does.</param>
    public static async Task Reach(Func<Dictionary<string, long>> heads, long moment, ChildProcess demo, string told)
    {
        await Eventually.Holds(() => Task.FromResult(demo.HasEnded || heads().Values.Sum() >= moment), $"{moment} events ({told}): {demo.Output}");
        Assert.False(demo.HasEnded, $"The demo ended before event {moment} ({told}): {demo.Output}");
    }

    /// <returns>0 where there is no log yet.</returns>
    static long Head(Func<DbConnection> open)
    {
        try
        {
            using var connection = open();
            return connection.ExecuteScalar<long>("select coalesce(max(seq), 0) from event");
        }
        catch (SqliteException)
        {
            return 0;
        }
    }
}
