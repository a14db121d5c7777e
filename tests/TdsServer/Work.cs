using Npgsql;

namespace Logistics.TdsServer;

/// <summary>The next commit is not done, or done and nobody told: its connection is lost.</summary>
sealed class ConnectionLost : Exception;

/// <summary>What a session does in PostgreSQL: its database and its transaction.</summary>
sealed class Work(NpgsqlConnection connection, Server server) : IAsyncDisposable
{
    /// <summary>What PostgreSQL refuses costs it the whole transaction and SQL Server the statement, so each has a savepoint of its own.</summary>
    const string Savepoint = "statement";

    static long transactions;

    readonly List<string> savepoints = [];
    byte[] descriptor = [];
    int depth;

    public string Database { get; private set; } = "";

    public async Task<bool> Exists(string database)
    {
        await using var find = Command("select 1 from sys.databases where name = $1", database);
        return await find.ExecuteScalarAsync() is not null;
    }

    /// <exception cref="SqlServerError">There is none.</exception>
    public async Task Use(string database, Reply reply)
    {
        await using var set = Command("select set_config('search_path', format('%I, dbo_compat, pg_catalog', name), false) from sys.databases where name = $1", database);
        if (await set.ExecuteScalarAsync() is null)
            throw new SqlServerError(911, 16, $"Database '{database}' does not exist. Make sure that the name is entered correctly.");
        reply.Changed(Change.Database, database, Database);
        Database = database;
    }

    public async Task Begin(Reply reply)
    {
        if (depth++ > 0)
            return;
        await Execute("begin");
        descriptor = BitConverter.GetBytes(Interlocked.Increment(ref transactions));
        reply.Changed(Change.TransactionBegun, descriptor, []);
    }

    /// <exception cref="ConnectionLost">A test wants it so.</exception>
    public async Task Commit(Reply reply)
    {
        if (depth == 0)
            throw new SqlServerError(3902, 16, "The COMMIT TRANSACTION request has no corresponding BEGIN TRANSACTION.", Ends.Statement);
        if (--depth > 0)
            return;
        var lost = server.NextLostCommit();
        if (lost is not { Done: false })
            await Execute("commit");
        if (lost is { Then: var then })
        {
            await then();
            throw new ConnectionLost();
        }

        End(Change.TransactionCommitted, reply);
    }

    public async Task Rollback(string? savepoint, Reply reply)
    {
        if (depth == 0)
            throw new SqlServerError(3903, 16, "The ROLLBACK TRANSACTION request has no corresponding BEGIN TRANSACTION.", Ends.Statement);
        if (savepoint is null)
        {
            await Execute("rollback");
            End(Change.TransactionRolledBack, reply);
            return;
        }

        var at = savepoints.LastIndexOf(savepoint);
        if (at < 0)
            throw new SqlServerError(6401, 16, $"Cannot roll back {savepoint}. No transaction or savepoint of that name was found.", Ends.Statement);
        savepoints.RemoveRange(at + 1, savepoints.Count - at - 1);
        await Execute($"rollback to savepoint {Name(savepoint)}");
    }

    public async Task Save(string savepoint)
    {
        if (depth == 0)
            throw new SqlServerError(628, 16, "Cannot issue SAVE TRANSACTION when there is no active transaction.", Ends.Statement);
        savepoints.Add(savepoint);
        await Execute($"savepoint {Name(savepoint)}");
    }

    /// <summary>Ends what is open, as when the connection is given to somebody else or lost.</summary>
    public async Task Reset(Reply reply)
    {
        if (depth > 0)
            await Rollback(null, reply);
    }

    public async Task Create(string database)
    {
        await Execute($"create schema {Translation.Quoted(database)}");
        await Execute("insert into sys.databases (name) values ($1)", database);
    }

    public async Task Drop(string database)
    {
        if (server.Uses(database))
            throw new SqlServerError(3702, 16, $"Cannot drop database \"{database}\" because it is currently in use.");
        await using var delete = Command("delete from sys.databases where name = $1", database);
        if (await delete.ExecuteNonQueryAsync() == 0)
            throw new SqlServerError(3701, 11, $"Cannot drop the database '{database}', because it does not exist.");
        await Execute($"drop schema {Translation.Quoted(database)} cascade");
    }

    public async Task Snapshot(string database, bool on) => await Execute("update sys.databases set is_read_committed_snapshot_on = $2 where name = $1", database, on);

    /// <summary>Runs one statement; where it fails, what it did is undone, and the transaction where SQL Server would.</summary>
    /// <returns>Rows that it wrote, or -1 where it does not count them.</returns>
    public async Task<int> Run(Step.Query query, IReadOnlyDictionary<string, NpgsqlParameter> given, Func<NpgsqlDataReader, Task> read, Reply reply, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(connection);
        if (depth > 0)
            batch.BatchCommands.Add(new NpgsqlBatchCommand($"savepoint {Savepoint}"));
        var command = new NpgsqlBatchCommand(query.Text);
        foreach (var name in query.Parameters)
            command.Parameters.Add(given.TryGetValue(name, out var parameter) ? parameter.Clone() : throw new SqlServerError(137, 15, $"Must declare the scalar variable \"{name}\"."));
        batch.BatchCommands.Add(command);
        if (depth > 0)
            batch.BatchCommands.Add(new NpgsqlBatchCommand($"release savepoint {Savepoint}"));
        try
        {
            await using var reader = await batch.ExecuteReaderAsync(cancel);
            if (reader.FieldCount > 0)
                await read(reader);
            await reader.CloseAsync();
            return reader.RecordsAffected;
        }
        catch (PostgresException error)
        {
            var known = SqlServerError.Of(error);
            if (depth > 0 && known.Ends == Ends.Transaction)
                await Rollback(null, reply);
            else
                await Undo();
            throw known;
        }
        catch (OperationCanceledException)
        {
            await Undo();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (depth > 0)
            await Execute("rollback");
        await connection.DisposeAsync();
    }

    static string Name(string savepoint) => Translation.Quoted($"of the client: {savepoint}");

    async Task Undo()
    {
        if (depth > 0)
            await Execute($"rollback to savepoint {Savepoint}; release savepoint {Savepoint}");
    }

    void End(Change how, Reply reply)
    {
        reply.Changed(how, [], descriptor);
        savepoints.Clear();
        depth = 0;
    }

    NpgsqlCommand Command(string text, params ReadOnlySpan<object> parameters)
    {
        var command = new NpgsqlCommand(text, connection);
        foreach (var parameter in parameters)
            command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        return command;
    }

    async Task Execute(string text, params object[] parameters)
    {
        await using var command = Command(text, parameters);
        try
        {
            await command.ExecuteNonQueryAsync();
        }
        catch (PostgresException error)
        {
            throw SqlServerError.Of(error);
        }
    }
}
