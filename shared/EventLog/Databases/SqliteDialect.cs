using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Logistics.EventLog.Databases;

/// <summary>The embedded default.</summary>
public class SqliteDialect : Dialect
{
    const int ReadOnly = 8;
    const int Corrupt = 11;
    const int CannotOpen = 14;
    const int NotADatabase = 26;

    public override DbConnection Connect(string connectionString) => new SqliteConnection(connectionString);

    /// <remarks>Adds the file name to the library's messages, for operators of several databases.</remarks>
    public override void Open(DbConnection connection)
    {
        try
        {
            base.Open(connection);
        }
        catch (SqliteException error) when (error.SqliteErrorCode is ReadOnly or Corrupt or CannotOpen or NotADatabase)
        {
            throw new SqliteException($"{connection.DataSource} cannot be used: {error.Message}", error.SqliteErrorCode, error.SqliteExtendedErrorCode);
        }
    }

    /// <summary>Sets a write-ahead log, so that readers never wait for the writer, and full synchronisation, so that commits survive a power failure.</summary>
    public override void Prepare(DbConnection connection) => connection.Execute("pragma journal_mode = wal; pragma synchronous = full;");

    public override string First(int rows) => $" limit {rows}";

    public override string Tables => "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'";

    public override string Scripts => "";

    public override string MigrationTable => "create table migration (name text not null primary key, applied_at text not null)";

    public override bool LosesTransaction(Exception error) => error is SqliteException { SqliteErrorCode: not (1 or 19 or 20 or 25) };

    /// <summary>Returns false: SQLite has already waited for a locked file when it reports an error.</summary>
    public override bool IsTransient(DbException error) => false;
}
