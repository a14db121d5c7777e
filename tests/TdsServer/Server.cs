using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Security.Cryptography;
using Npgsql;

namespace Logistics.TdsServer;

/// <summary>A commit whose connection is lost.</summary>
/// <param name="Done">Whether it is done before.</param>
/// <param name="Then">What happens before the client sees it.</param>
sealed record LostCommit(bool Done, Action Then);

/// <summary>
/// Stands in for a missing SQL Server: speaks TDS 7.4 on a free port of this machine and keeps the data in PostgreSQL, a schema for
/// each database. It knows the plain T-SQL of this project and refuses what else it is told. Some things it only does as PostgreSQL does: a
/// text counts and is ordered by code points, its blanks at the end count, <c>lower</c> is for ASCII, a pattern knows no sets, and
/// <c>datetimeoffset</c> forgets the offset.
/// </summary>
public sealed class Server : IAsyncDisposable
{
    internal const string Master = "master";
    internal const string User = "sa";

    /// <summary>How often it looks whether somebody wants no more of a statement.</summary>
    static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    readonly Postgres postgres;
    readonly NpgsqlDataSource source;
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly ConcurrentDictionary<Session, (Socket Client, Thread Thread)> sessions = new();
    readonly ConcurrentQueue<LostCommit> lost = new();
    readonly Timer watch;

    Server(Postgres postgres)
    {
        this.postgres = postgres;
        source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder
        {
            Host = postgres.Folder,
            Username = "postgres",
            Database = "postgres",
            MaxPoolSize = 350,
            CommandTimeout = 0,
            MaxAutoPrepare = 100,
            AutoPrepareMinUsages = 2,
        });
        listener.Start();
        watch = new Timer(_ => Look(), null, Pace, Pace);
    }

    public string ConnectionString => $"Server=127.0.0.1,{((IPEndPoint)listener.LocalEndpoint).Port};User Id={User};Password={Password};Encrypt=False";

    internal string Password { get; } = RandomNumberGenerator.GetHexString(20);

    /// <exception cref="InvalidOperationException">There is no PostgreSQL here, or it does not start; the message has what it said.</exception>
    public static async Task<Server> Start()
    {
        var server = new Server(await Postgres.Start());
        using var script = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("Logistics.TdsServer.compatible.sql")!);
        await using (var command = server.source.CreateCommand(await script.ReadToEndAsync()))
            await command.ExecuteNonQueryAsync();
        new Thread(server.Accept) { IsBackground = true }.Start();
        return server;
    }

    /// <summary>The connection that commits next is lost, and nothing is done.</summary>
    public void LoseBeforeCommit() => lost.Enqueue(new LostCommit(Done: false, () => { }));

    /// <summary>The connection that commits next is lost after it was done.</summary>
    /// <param name="then">What happens in between.</param>
    public void LoseAfterCommit(Action? then = null) => lost.Enqueue(new LostCommit(Done: true, then ?? (() => { })));

    /// <summary>Every connection is lost.</summary>
    public void LoseAll()
    {
        foreach (var (client, _) in sessions.Values)
            client.Shutdown(SocketShutdown.Both);
    }

    public async ValueTask DisposeAsync()
    {
        listener.Dispose();
        await watch.DisposeAsync();
        LoseAll();
        foreach (var (_, thread) in sessions.Values)
            thread.Join();
        await source.DisposeAsync();
        await postgres.DisposeAsync();
    }

    internal bool Uses(string database) => sessions.Keys.Any(session => session.Database == database);

    internal LostCommit? NextLostCommit() => lost.TryDequeue(out var next) ? next : null;

    void Accept()
    {
        try
        {
            while (true)
            {
                var client = listener.AcceptSocket();
                new Thread(() => Serve(client)) { IsBackground = true }.Start();
            }
        }
        catch (SocketException)
        {
            // The server ends.
        }
    }

    void Serve(Socket client)
    {
        using var _ = client;
        client.NoDelay = true;
        try
        {
            using var connection = source.OpenConnection();
            using var work = new Work(connection, this);
            var session = new Session(client, work, this);
            sessions.TryAdd(session, (client, Thread.CurrentThread));
            try
            {
                session.Run();
                // The next session may have other tables of the same names.
                connection.UnprepareAll();
            }
            finally
            {
                sessions.TryRemove(session, out var _);
            }
        }
        catch (NpgsqlException error)
        {
            Console.Error.WriteLine($"PostgreSQL serves a connection no longer: {error.Message}");
        }
    }

    void Look()
    {
        foreach (var session in sessions.Keys)
            session.Look();
    }
}
