using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Polly;
using Polly.Retry;

namespace Logistics.EventLog.Databases;

/// <summary>One service's own database.</summary>
public sealed class Database
{
    /// <summary>Parameters that one statement takes in a list, on every database.</summary>
    public const int MostInList = 1_000;

    const string Folder = "Migrations";
    const int AsLongAsItTakes = 0;

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

    /// <summary>A SQLite file, made where it is missing. Every commit is on the disk before it is answered.</summary>
    public static Database Sqlite(string path) =>
        new(new SqliteDialect(), new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 30 }.ToString());

    /// <summary>A database of SQL Server, which must be there. Where the string does not say for how long to wait for one that does not answer, it is five seconds.</summary>
    public static Database SqlServer(string connectionString)
    {
        var connection = new SqlConnectionStringBuilder(connectionString) { ApplicationName = "logistics" };
        if (!connection.ShouldSerialize("Connect Timeout"))
            connection.ConnectTimeout = 5;
        return new(new SqlServerDialect(), connection.ToString());
    }

    public Dialect Dialect { get; }

    /// <summary>Does again, for about three seconds, what a passing fault of the database undid. Not for what may have been committed.</summary>
    public ResiliencePipeline Retries { get; }

    public DbConnection Open() => Retries.Execute(Connect);

    /// <summary>Opens a connection, and does not try again.</summary>
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

    /// <summary>Does something in a transaction beside which no other of these runs, in whichever process; again where a passing fault undid it.</summary>
    /// <exception cref="InvalidOperationException">The commit failed, and whether it was done is unknown; it is not tried again.</exception>
    public T Alone<T>(Func<DbTransaction, T> work) => Retries.Execute(() =>
    {
        using var connection = Connect();
        using var transaction = connection.BeginTransaction();
        // In SQLite the transaction is alone as it begins.
        connection.Execute("update migration set applied_at = applied_at where name = ''", transaction: transaction);
        var result = work(transaction);
        try
        {
            transaction.Commit();
        }
        catch (DbException error) when (Dialect.IsTransient(error))
        {
            throw new InvalidOperationException("Whether the transaction was committed is unknown.", error);
        }

        return result;
    });

    /// <summary>Runs the numbered scripts under Migrations/ of each assembly that have not run here, all in one transaction.</summary>
    public void Migrate(TimeProvider clock, params IReadOnlyList<Assembly> assemblies) =>
        Migrate(clock, assemblies.Select(assembly => (assembly, Folder)));

    /// <summary>Runs the numbered scripts of one folder, for an assembly with a second database.</summary>
    /// <param name="clock">When they ran.</param>
    /// <param name="assembly">Where they are embedded.</param>
    /// <param name="folder">For example <c>Accounts.Migrations</c>.</param>
    public void Migrate(TimeProvider clock, Assembly assembly, string folder) => Migrate(clock, [(assembly, folder)]);

    /// <summary>Names of the scripts of this kind of database in a folder of an assembly, in the order in which they run.</summary>
    public IEnumerable<string> Scripts(Assembly assembly, string folder = Folder)
    {
        var prefix = $"{assembly.GetName().Name}.{folder}.{Dialect.Scripts}";
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && char.IsAsciiDigit(name[prefix.Length]))
            .Order(StringComparer.Ordinal);
    }

    /// <summary>Names of the scripts that have run in a database.</summary>
    public static HashSet<string> Applied(DbConnection connection, DbTransaction? transaction = null) =>
        // The row without a name is there to be locked.
        connection.Query<string>("select name from migration where name <> ''", transaction: transaction).ToHashSet(StringComparer.Ordinal);

    /// <summary>A script that has run and that this program does not know; null where there is none.</summary>
    public static string? Newer(IEnumerable<string> applied, IEnumerable<string> known) => applied.Except(known, StringComparer.Ordinal).Order(StringComparer.Ordinal).FirstOrDefault();

    void Migrate(TimeProvider clock, IEnumerable<(Assembly Assembly, string Folder)> folders)
    {
        Retries.Execute(MakeMigrationTable);
        Alone(transaction =>
        {
            var scripts = folders.SelectMany(given => Scripts(given.Assembly, given.Folder), (given, script) => (given.Assembly, script)).ToList();
            var applied = Applied(transaction.Connection!, transaction);
            if (Newer(applied, scripts.Select(one => one.script)) is { } newer)
                throw new InvalidOperationException($"The database is of a newer program: {newer} has run in it. Start the newer program again, or restore the backup that was taken before the upgrade.");
            foreach (var (assembly, script) in scripts.Where(one => applied.Add(one.script)))
                Run(assembly, script, clock, transaction);
            return 0;
        });
    }

    /// <summary>Makes the table of the scripts that have run where it is missing, with a row without a name: whoever wants to be alone updates that.</summary>
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
            connection.Execute(batch, transaction: transaction, commandTimeout: AsLongAsItTakes);
        connection.Execute(
            "insert into migration (name, applied_at) values (@script, @now)",
            new { script, now = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture) },
            transaction);
    }
}
