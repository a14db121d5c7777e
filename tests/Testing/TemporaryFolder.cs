using Logistics.EventLog.Databases;
using Microsoft.Data.Sqlite;

namespace Logistics.Testing;

/// <summary>A folder of this test alone, gone when it ends; and where the tests run on SQL Server, databases of this test alone.</summary>
/// <param name="onSqlServer">Whether the data are to be on SQL Server; null for where the tests run.</param>
public sealed class TemporaryFolder(bool? onSqlServer = null) : IDisposable
{
    /// <summary>Those that a program of all services opens.</summary>
    public static readonly string[] AllDatabases = ["intake", "shipment", "distribution", "tracking", "portal", "accounts"];

    readonly bool onSqlServer = onSqlServer ?? SqlServerUnderTest.IsUsed;

    public string Path { get; } = Directory.CreateTempSubdirectory("logistics-test-").FullName;

    string Prefix => System.IO.Path.GetFileName(Path).Replace('-', '_').ToLowerInvariant();

    /// <summary>Settings that a program with its data here needs in addition to <c>--data</c>.</summary>
    /// <param name="databases">Names of the databases that it opens, made where they are missing.</param>
    public IEnumerable<string> Settings(params IEnumerable<string> databases)
    {
        if (!onSqlServer)
            yield break;
        foreach (var name in databases)
            SqlServerUnderTest.Make($"{Prefix}_{name}");
        yield return $"--database={SqlServerUnderTest.Settings(Prefix)}";
    }

    /// <summary>A database, made where it is missing.</summary>
    public Database Database(string name)
    {
        if (!onSqlServer)
            return EventLog.Databases.Database.Sqlite(System.IO.Path.Combine(Path, name + ".db"));
        SqlServerUnderTest.Make($"{Prefix}_{name}");
        return EventLog.Databases.Database.SqlServer(SqlServerUnderTest.Settings($"{Prefix}_{name}"));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        if (onSqlServer)
            SqlServerUnderTest.Drop(Prefix);
        Directory.Delete(Path, recursive: true);
    }
}
