using Dapper;
using Logistics.ServiceDefaults.Commands;
using Microsoft.Data.Sqlite;

namespace Logistics.ServiceDefaults.Operations;

/// <summary>A SQLite database as it is at one moment, while programs go on writing.</summary>
sealed class Snapshot : IDisposable
{
    readonly SqliteConnection connection;
    readonly SqliteTransaction transaction;

    /// <param name="name">For example that of the service.</param>
    /// <param name="path">The file.</param>
    /// <param name="service">Whose log it holds, if it holds one.</param>
    public Snapshot(string name, string path, ServiceDefinition? service)
    {
        Name = name;
        Service = service;
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        connection.Open();
        // The moment is that of the first select.
        transaction = connection.BeginTransaction(deferred: true);
        connection.ExecuteScalar<long>("select count(*) from migration", transaction: transaction);
        if (service is null)
            return;
        var end = connection.QuerySingle<(long Seq, byte[] Hash)>("select seq, hash from log_head", transaction: transaction);
        Log = new BackupManifest.LogEnd(
            end.Seq,
            Convert.ToHexStringLower(end.Hash),
            connection.Query<(string Source, long Seq)>("select source, seq from position", transaction: transaction).ToDictionary(row => row.Source, row => row.Seq, StringComparer.Ordinal));
    }

    public string Name { get; }

    public ServiceDefinition? Service { get; }

    public BackupManifest.LogEnd? Log { get; }

    public void CopyTo(string path)
    {
        PrivateFile.Create(path).Dispose();
        using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.BackupDatabase(copy);
    }

    public void Dispose()
    {
        transaction.Dispose();
        connection.Dispose();
    }
}
