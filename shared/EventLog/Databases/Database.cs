using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Polly;
using Polly.Retry;

namespace Logistics.EventLog.Databases;

/// <summary>The database of one service.</summary>
public sealed class Database
{
    /// <summary>Maximum number of parameters that a list in one statement may take on any supported database.</summary>
    public const int MaxInList = 1_000;

    const string Folder = "Migrations";
    const int NoTimeout = 0;

    readonly string connectionString;

    public Database(Dialect dialect, string connectionString)
    {
        (Dialect, this.connectionString) = (dialect, connectionString);
        Retries = new ResiliencePipelineBuilder()
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<DbException>(dialect.IsTransient),
                MaxRetryAttempts = 5,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromMilliseconds(100),
                UseJitter = true,
            })
            .Build();
    }

    /// <summary>Opens a SQLite file and creates it if it is missing. Commits are on disk before they are acknowledged.</summary>
    public static Database Sqlite(string path) =>
        new(new SqliteDialect(), new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 30 }.ToString());

    /// <summary>Opens an existing SQL Server database. The connection timeout is five seconds unless the connection string sets one.</summary>
    public static Database SqlServer(string connectionString)
    {
        var connection = new SqlConnectionStringBuilder(connectionString) { ApplicationName = "logistics" };
        if (!connection.ShouldSerialize("Connect Timeout"))
            connection.ConnectTimeout = 5;
        return new(new SqlServerDialect(), connection.ToString());
    }

    public Dialect Dialect { get; }

    /// <summary>Retries work for about three seconds after transient database errors. Not suitable for work that may already have been committed.</summary>
    public ResiliencePipeline Retries { get; }

    public DbConnection Open() => Retries.Execute(Connect);

    /// <summary>Opens a connection without retrying.</summary>
    public DbConnection Connect()
    {
        var connection = Dialect.Connect(connectionString);
        try
        {
            Dialect.Open(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs work in a transaction that excludes all other such transactions, in every process. Retries after transient errors.</summary>
    /// <exception cref="InvalidOperationException">The commit failed and its outcome is unknown; the work is not retried.</exception>
    public T Alone<T>(Func<DbTransaction, T> work) => Retries.Execute(() =>
    {
        using var connection = Connect();
        using var transaction = connection.BeginTransaction();
        // A SQLite transaction is exclusive from its start.
        connection.Execute("update migration set applied_at = applied_at where name = ''", transaction: transaction);
        var result = work(transaction);
        try
        {
            transaction.Commit();
        }
        catch (DbException error) when (Dialect.IsTransient(error))
        {
            throw new InvalidOperationException("The commit failed and its outcome is unknown.", error);
        }

        return result;
    });

    /// <summary>Runs the pending numbered scripts under Migrations/ of each assembly, all in one transaction.</summary>
    public void Migrate(TimeProvider clock, params IReadOnlyList<Assembly> assemblies) =>
        Migrate(clock, assemblies.Select(assembly => (assembly, Folder)));

    /// <summary>Runs the pending numbered scripts of one folder, for an assembly that has a second database.</summary>
    /// <param name="clock">Supplies the time at which the scripts are recorded.</param>
    /// <param name="assembly">The assembly that embeds the scripts.</param>
    /// <param name="folder">For example <c>Accounts.Migrations</c>.</param>
    public void Migrate(TimeProvider clock, Assembly assembly, string folder) => Migrate(clock, [(assembly, folder)]);

    /// <summary>Lists the scripts for this kind of database in a folder of an assembly, in execution order.</summary>
    public IEnumerable<string> Scripts(Assembly assembly, string folder = Folder)
    {
        var prefix = $"{assembly.GetName().Name}.{folder}.{Dialect.Scripts}";
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && char.IsAsciiDigit(name[prefix.Length]))
            .Order(StringComparer.Ordinal);
    }

    /// <summary>Returns the names of the scripts that have run in a database.</summary>
    public static HashSet<string> Applied(DbConnection connection, DbTransaction? transaction = null) =>
        // The row with the empty name exists only as a lock.
        connection.Query<string>("select name from migration where name <> ''", transaction: transaction).ToHashSet(StringComparer.Ordinal);

    /// <summary>Returns a script that has run but is unknown to this program, or null if there is no such script.</summary>
    public static string? Newer(IEnumerable<string> applied, IEnumerable<string> known) => applied.Except(known, StringComparer.Ordinal).Order(StringComparer.Ordinal).FirstOrDefault();

    void Migrate(TimeProvider clock, IEnumerable<(Assembly Assembly, string Folder)> folders)
    {
        Retries.Execute(MakeMigrationTable);
        Alone(transaction =>
        {
            var scripts = folders.SelectMany(given => Scripts(given.Assembly, given.Folder), (given, script) => (given.Assembly, script)).ToList();
            var applied = Applied(transaction.Connection!, transaction);
            if (Newer(applied, scripts.Select(one => one.script)) is { } newer)
                throw new InvalidOperationException($"The database belongs to a newer version of the program: migration {newer} has run. Start the newer version, or restore the backup that was taken before the upgrade.");
            foreach (var (assembly, script) in scripts.Where(one => applied.Add(one.script)))
                Run(assembly, script, clock, transaction);
            return 0;
        });
    }

    /// <summary>
    /// Creates the table of executed scripts if it is missing, including a row with an empty name. Exclusive transactions lock that row by updating
    /// it.
    /// </summary>
    void MakeMigrationTable()
    {
        using var connection = Connect();
        using var transaction = connection.BeginTransaction();
        if (connection.Query<string>(Dialect.Tables, transaction: transaction).Contains("migration", StringComparer.Ordinal))
            return;
        connection.Execute(Dialect.MigrationTable, transaction: transaction);
        connection.Execute("insert into migration (name, applied_at) values ('', '')", transaction: transaction);
        transaction.Commit();
    }

    void Run(Assembly assembly, string script, TimeProvider clock, DbTransaction transaction)
    {
        var connection = transaction.Connection!;
        using var reader = new StreamReader(assembly.GetManifestResourceStream(script)!);
        foreach (var batch in Dialect.Batches(reader.ReadToEnd()))
            connection.Execute(batch, transaction: transaction, commandTimeout: NoTimeout);
        connection.Execute(
            "insert into migration (name, applied_at) values (@script, @now)",
            new { script, now = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture) },
            transaction);
    }
}
