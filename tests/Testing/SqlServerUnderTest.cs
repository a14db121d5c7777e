using System.Diagnostics;
using Dapper;
using Microsoft.Data.SqlClient;
using Polly;
using Polly.Retry;

namespace Logistics.Testing;

/// <summary>
/// The tests of data run on SQLite. Where <c>LOGISTICS_TEST_SQLSERVER</c> holds a connection string to a server on which databases may be made
/// and dropped, each project runs them a second time, in a process of its own, on databases that each test makes and drops. <c>tests/run</c> and
/// <c>tests/TdsServer</c> put a stand-in there that speaks TDS over PostgreSQL; there has never been a real SQL Server.
/// </summary>
public static class SqlServerUnderTest
{
    /// <summary>To skip the second run with.</summary>
    public const string NoServer = "LOGISTICS_TEST_SQLSERVER holds no connection string, so these tests ran on SQLite alone; tests/run starts a stand-in for SQL Server.";

    /// <summary>To skip a test with, that is about SQLite's own files or faults.</summary>
    public const string OnlySqlite = "This is about SQLite.";

    const string Second = "LOGISTICS_TEST_ON_SQLSERVER";
    const int InUse = 3702;

    static readonly HashSet<string> Made = new(StringComparer.Ordinal);

    /// <summary>A connection that was closed is not gone at once.</summary>
    static readonly ResiliencePipeline UntilUnused = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<SqlException>(error => error.Number == InUse),
            MaxRetryAttempts = 100,
            Delay = TimeSpan.FromMilliseconds(100),
        })
        .Build();

    public static bool HasServer => Server is not null;

    /// <summary>Whether this process is the second run.</summary>
    public static bool IsUsed => Environment.GetEnvironmentVariable(Second) is { Length: > 0 };

    static string? Server => Environment.GetEnvironmentVariable("LOGISTICS_TEST_SQLSERVER") is { Length: > 0 } given ? given : null;

    /// <summary>Runs every other test of a project on SQL Server.</summary>
    /// <param name="but">The test that calls this.</param>
    /// <returns>What the run printed, and whether it went well.</returns>
    public static async Task<(bool Passed, string Output)> Run(Type but)
    {
        var start = new ProcessStartInfo("dotnet", [but.Assembly.Location, "-noColor", "-class-", but.FullName!])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[Second] = "true";
        using var run = Process.Start(start)!;
        var (output, errors) = (run.StandardOutput.ReadToEndAsync(), run.StandardError.ReadToEndAsync());
        await run.WaitForExitAsync();
        return (run.ExitCode == 0, await output + await errors);
    }

    /// <summary>A prefix of databases, as the setting <c>database</c> wants it.</summary>
    internal static string Settings(string prefix) => new SqlConnectionStringBuilder(Server) { InitialCatalog = prefix }.ToString();

    /// <summary>Makes a database where this process has not made it.</summary>
    internal static void Make(string database)
    {
        lock (Made)
        {
            if (!Made.Add(database))
                return;
            using var connection = Open();
            connection.Execute($"create database [{database}]");
            try
            {
                connection.Execute($"alter database [{database}] set read_committed_snapshot on");
            }
            catch (SqlException)
            {
                // A server that only speaks as SQL Server does may have no such setting, and readers that wait for nobody all the same.
            }
        }
    }

    /// <summary>Drops all databases of a prefix.</summary>
    internal static void Drop(string prefix)
    {
        SqlConnection.ClearAllPools();
        lock (Made)
        {
            using var connection = Open();
            foreach (var database in Made.Where(name => name.StartsWith(prefix + "_", StringComparison.Ordinal)).ToList())
            {
                UntilUnused.Execute(() => connection.Execute($"drop database [{database}]"));
                Made.Remove(database);
            }
        }
    }

    static SqlConnection Open()
    {
        var connection = new SqlConnection(new SqlConnectionStringBuilder(Server) { InitialCatalog = "master", Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
