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
sealed record LostCommit(bool Done, Func<Task> Then);

/// <summary>
/// Stands in for SQL Server where there is none: speaks TDS 7.4 on a free port of this machine and keeps the data in PostgreSQL, a schema for
/// each database. It is there as long as it is not disposed of.
/// </summary>
public sealed class Server : IAsyncDisposable
{
    internal const string Master = "master";
    internal const string User = "sa";

    readonly Postgres postgres;
    readonly NpgsqlDataSource source;
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly ConcurrentDictionary<Session, TcpClient> sessions = new();
    readonly ConcurrentQueue<LostCommit> lost = new();

    Server(Postgres postgres)
    {
        this.postgres = postgres;
        var connection = new NpgsqlConnectionStringBuilder { Host = postgres.Folder, Username = "postgres", Database = "postgres", MaxPoolSize = 350, NoResetOnClose = true, CommandTimeout = 0 };
        source = NpgsqlDataSource.Create(connection);
        listener.Start();
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
        _ = server.Accept();
        return server;
    }

    /// <summary>The connection that commits next is lost, and nothing is done.</summary>
    public void LoseBeforeCommit() => lost.Enqueue(new LostCommit(Done: false, () => Task.CompletedTask));

    /// <summary>The connection that commits next is lost after it was done.</summary>
    /// <param name="then">What happens in between.</param>
    public void LoseAfterCommit(Func<Task>? then = null) => lost.Enqueue(new LostCommit(Done: true, then ?? (() => Task.CompletedTask)));

    /// <summary>Every connection is lost.</summary>
    public void LoseAll()
    {
        foreach (var client in sessions.Values)
            client.Close();
    }

    public async ValueTask DisposeAsync()
    {
        listener.Dispose();
        LoseAll();
        await source.DisposeAsync();
        await postgres.DisposeAsync();
    }

    internal bool Uses(string database) => sessions.Keys.Any(session => session.Database == database);

    internal LostCommit? NextLostCommit() => lost.TryDequeue(out var next) ? next : null;

    async Task Accept()
    {
        try
        {
            while (true)
                _ = Serve(await listener.AcceptTcpClientAsync());
        }
        catch (SocketException)
        {
            // The server ends.
        }
    }

    async Task Serve(TcpClient client)
    {
        using var _ = client;
        client.NoDelay = true;
        await using var work = new Work(await source.OpenConnectionAsync(), this);
        using var session = new Session(client, work, this);
        sessions.TryAdd(session, client);
        await session.Run();
        sessions.TryRemove(session, out var _);
    }
}
