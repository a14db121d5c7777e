using Dapper;
using Logistics.EventLog;
using Logistics.EventLog.Databases;
using Logistics.Hosting.Commands;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Logistics.Operations.Backups;

/// <summary>Checks the integrity of a database and its log.</summary>
static class Wholeness
{
    /// <summary>Reads all of a SQLite file that nobody else has open, and leaves a single file without a write-ahead log.</summary>
    /// <param name="file">Path of the file.</param>
    /// <param name="service">Service whose log it holds, or null.</param>
    /// <param name="end">Expected end of the log.</param>
    /// <returns>The fault as a sentence; null if the file is intact.</returns>
    public static async Task<string?> Fault(string file, ServiceDefinition? service, BackupManifest.LogEnd? end)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        try
        {
            await connection.OpenAsync();
            if (await connection.QueryFirstAsync<string>("pragma integrity_check") is not "ok" and var damage)
                return $"the integrity check says: {damage}.";
            if (service is not null)
            {
                var database = Database.Sqlite(file);
                var (head, broken) = await Chain(database, service);
                using (var pooled = (SqliteConnection)database.Open())
                    SqliteConnection.ClearPool(pooled);
                if (broken is not null)
                    return $"the hash chain of its log breaks at event {broken}.";
                if (head != end?.Seq)
                    return $"its log ends at {head} instead of {end?.Seq}.";
            }

            await connection.ExecuteAsync("pragma journal_mode = delete");
            return null;
        }
        catch (SqliteException error) when (error.SqliteErrorCode is 11 or 26)
        {
            return $"{error.Message}.";
        }
    }

    /// <summary>Recomputes the hash chain from the first event to the last.</summary>
    public static async Task<(long Head, long? BrokenAt)> Chain(Database database, ServiceDefinition service)
    {
        using var log = new Log(service.Name, database, service.Reactions, TimeProvider.System, NullLogger<Log>.Instance);
        return (log.Head, await log.FindBrokenLink());
    }
}
