using Dapper;
using Microsoft.Data.Sqlite;

namespace Logistics.System.Tests;

/// <summary>Looks into the logs of a demo from outside, while it runs or after it was killed.</summary>
static class DemoLogs
{
    static readonly string[] Services = ["intake", "shipment", "distribution"];

    /// <summary>Events by service; 0 where there is no log yet.</summary>
    public static Dictionary<string, long> Heads(string folder) => Services.ToDictionary(service => service, service => Head(folder, service), StringComparer.Ordinal);

    public static long Total(string folder) => Heads(folder).Values.Sum();

    static long Head(string folder, string service)
    {
        var path = Path.Combine(folder, service + ".db");
        if (!File.Exists(path))
            return 0;
        try
        {
            using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
            return connection.ExecuteScalar<long>("select coalesce(max(seq), 0) from event");
        }
        catch (SqliteException)
        {
            return 0;
        }
    }
}
