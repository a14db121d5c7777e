using Dapper;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Configuration;
using Microsoft.Data.Sqlite;

namespace Logistics.Operations.Backups;

/// <summary>A consistent view of a SQLite database while programs keep writing.</summary>
sealed class Snapshot : IDisposable
{
    readonly SqliteConnection connection;
    readonly SqliteTransaction transaction;

    /// <param name="name">For example the name of the service.</param>
    /// <param name="path">Path of the file.</param>
    /// <param name="service">Service whose log it holds, or null.</param>
    public Snapshot(string name, string path, ServiceDefinition? service)
    {
        Name = name;
        Service = service;
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        try
        {
            connection.Open();
            // The snapshot is taken by the first select.
            transaction = connection.BeginTransaction(deferred: true);
            connection.ExecuteScalar<long>("select count(*) from migration", transaction: transaction);
            if (service is not null)
                Log = BackupManifest.LogEnd.Read(connection, transaction);
        }
        catch (SqliteException error)
        {
            connection.Dispose();
            throw new InvalidOperationException($"The backup was not made: {path} cannot be read: {error.Message}", error);
        }
    }

    public string Name { get; }

    public ServiceDefinition? Service { get; }

    public BackupManifest.LogEnd? Log { get; }

    public void CopyTo(string path)
    {
        PrivateFile.Open(path, FileMode.CreateNew).Dispose();
        using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.BackupDatabase(copy);
    }

    public void Dispose()
    {
        transaction.Dispose();
        connection.Dispose();
    }
}
