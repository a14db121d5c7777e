using System.Data.Common;
using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Logistics.EventLog;

/// <summary>One service's own database.</summary>
public sealed class Database
{
    readonly string connectionString;

    Database(string connectionString) => this.connectionString = connectionString;

    /// <summary>A SQLite file, made where it is missing. Every commit is on the disk before it is answered.</summary>
    public static Database Sqlite(string path) => new(new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 30 }.ToString());

    public Dialect Dialect { get; } = new SqliteDialect();

    public DbConnection Open()
    {
        var connection = Dialect.Connect(connectionString);
        try
        {
            connection.Open();
            Dialect.Prepare(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs the numbered scripts under Migrations/ of each assembly that have not run here, all in one transaction.</summary>
    public void Migrate(TimeProvider clock, params ReadOnlySpan<Assembly> assemblies)
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction();
        foreach (var assembly in assemblies)
            Run(assembly, "Migrations", clock, transaction);
        transaction.Commit();
    }

    /// <summary>Runs the numbered scripts of one folder, for an assembly with a second database.</summary>
    /// <param name="clock">When they ran.</param>
    /// <param name="assembly">Where they are embedded.</param>
    /// <param name="folder">For example <c>Accounts.Migrations</c>.</param>
    public void Migrate(TimeProvider clock, Assembly assembly, string folder)
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction();
        Run(assembly, folder, clock, transaction);
        transaction.Commit();
    }

    static void Run(Assembly assembly, string folder, TimeProvider clock, DbTransaction transaction)
    {
        var connection = transaction.Connection!;
        connection.Execute("create table if not exists migration (name text not null primary key, applied_at text not null)", transaction: transaction);
        var applied = connection.Query<string>("select name from migration", transaction: transaction).ToHashSet(StringComparer.Ordinal);
        var prefix = $"{assembly.GetName().Name}.{folder}.";
        var scripts = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && char.IsAsciiDigit(name[prefix.Length]))
            .Order(StringComparer.Ordinal);
        foreach (var script in scripts.Where(applied.Add))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(script)!);
            connection.Execute(reader.ReadToEnd(), transaction: transaction);
            connection.Execute("insert into migration (name, applied_at) values (@script, @now)", new { script, now = clock.GetUtcNow() }, transaction);
        }
    }
}
