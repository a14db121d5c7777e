using Dapper;
using Logistics.EventLog;
using Logistics.EventLog.Databases;
using Logistics.EventLog.Events;
using Logistics.Testing;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Logging.Abstractions;

namespace Logistics.SqlServer.Tests;

/// <summary>An event of these tests.</summary>
public sealed record Noted(int Number);

/// <summary>The stand-in for SQL Server, and databases on it.</summary>
public sealed class StandIn : IAsyncLifetime
{
    int databases;

    public static Origin Me => new("me", "command");

    public TdsServer.Server Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await TdsServer.Server.Start();

    public async ValueTask DisposeAsync() => await Server.DisposeAsync();

    /// <summary>Returns how to connect to a database that may not exist.</summary>
    public string To(string database) => new SqlConnectionStringBuilder(Server.ConnectionString) { InitialCatalog = database }.ToString();

    /// <summary>An empty database with the tables of a log.</summary>
    public Database Database()
    {
        var name = $"log_{Interlocked.Increment(ref databases)}";
        using var connection = new SqlConnection(Server.ConnectionString);
        connection.Execute($"create database {name}");
        var database = EventLog.Databases.Database.SqlServer(To(name));
        database.Migrate(TimeProvider.System, typeof(Log).Assembly);
        return database;
    }

    public static Log Open(Database database) =>
        new("notes", database, new Reactions(new EventCatalog([("test.noted.v1", typeof(Noted))])), new FakeClock(), NullLogger<Log>.Instance);

    public static Task<long> Note(Log log, int number) => log.Write(Me, session =>
    {
        session.Append("notes", new Noted(number));
        return session.Head;
    });
}
