using System.Reflection;
using Dapper;
using Logistics.EventLog.Databases;
using Logistics.EventLog.Events;
using Logistics.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Logistics.EventLog.Tests;

/// <summary>An event of these tests.</summary>
public sealed record Noted(int Number, string? Text = null);

/// <summary>Another, whose reaction can be made to fail.</summary>
public sealed record Troubled(int Number);

/// <summary>A log over a file of its own, whose events write the table <c>note</c>.</summary>
public sealed class Given : IDisposable
{
    readonly TemporaryFolder? ownFolder;

    Given(TemporaryFolder folder, bool owns, string name, Dialect? dialect = null)
    {
        ownFolder = owns ? folder : null;
        Folder = folder;
        Path = System.IO.Path.Combine(folder.Path, name + ".db");
        Database = dialect is null ? folder.Database(name) : new Database(dialect, $"Data Source={Path}");
        Database.Migrate(Clock, typeof(Log).Assembly, Assembly.GetExecutingAssembly());
        Catalog = new EventCatalog([("test.noted.v1", typeof(Noted)), ("test.troubled.v1", typeof(Troubled))]);
        Reactions = new Reactions(Catalog);
        Log = new Log(name, Database, Reactions, Clock, NullLogger<Log>.Instance);
    }

    public static Origin Me => new("me", "command");

    public TemporaryFolder Folder { get; }

    public string Path { get; }

    public FakeClock Clock { get; } = new();

    public Database Database { get; }

    public EventCatalog Catalog { get; }

    public Reactions Reactions { get; }

    public Log Log { get; private set; }

    /// <summary>What <see cref="Troubled"/> throws when it is applied.</summary>
    public Exception? Trouble { get; set; }

    public static Given AnOwner(Dialect? dialect = null) => new Given(new TemporaryFolder(), owns: true, "owner", dialect).Applying("owner");

    public static Given AFollower(Dialect? dialect = null) => new Given(new TemporaryFolder(), owns: true, "follower", dialect).Applying("owner");

    /// <summary>A second process over the same file.</summary>
    public Given Twin() => new Given(Folder, owns: false, "owner", Database.Dialect is FailingDatabase ? new SqliteDialect() : null).Applying("owner");

    public Task<long> Note(params int[] numbers) => Log.Write(Me, session =>
    {
        foreach (var number in numbers)
            session.Append("notes", new Noted(number));
        return session.Head;
    });

    /// <summary>The same log, opened again.</summary>
    public void Restart()
    {
        Log.Dispose();
        Log = new Log(Log.Source, Database, Reactions, Clock, NullLogger<Log>.Instance);
    }

    public List<T> Rows<T>(string sql)
    {
        using var connection = Database.Open();
        return connection.Query<T>(sql).AsList();
    }

    public int Run(string sql)
    {
        using var connection = Database.Open();
        return connection.Execute(sql);
    }

    public void Dispose()
    {
        Log.Dispose();
        SqliteConnection.ClearAllPools();
        ownFolder?.Dispose();
    }

    Given Applying(string source)
    {
        Reactions.On<Noted>(source, (noted, session) => session.Execute(
            "insert into note (place, number) values ((select count(*) + 1 from note), @Number)", new { noted.Event.Number }));
        Reactions.On<Troubled>(source, (troubled, session) =>
        {
            session.Execute("insert into note (place, number) values ((select count(*) + 1 from note), @Number)", new { troubled.Event.Number });
            if (Trouble is not null)
                throw Trouble;
        });
        return this;
    }
}
