using System.Data.Common;
using Dapper;
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
    /// <param name="folder">Of SQLite files; those that are not there yet have no events.</param>
    public static Dictionary<string, long> Heads(string folder) => Heads(service =>
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, service + ".db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return connection;
    });

    public static long Total(string folder) => Heads(folder).Values.Sum();

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
