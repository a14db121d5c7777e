using Npgsql;

namespace Logistics.TdsServer;

/// <summary>The next commit is not done, or done and nobody told: its connection is lost.</summary>
sealed class ConnectionLost : Exception;

/// <summary>What a session does in PostgreSQL: its database and its transaction.</summary>
sealed class Work(NpgsqlConnection connection, Server server) : IDisposable
{
    /// <summary>
    /// What PostgreSQL refuses costs it the whole transaction and SQL Server the statement, so there is a savepoint before each that writes, and
    /// one before all that read in between.
    /// </summary>
    const string Savepoint = "statement";

    static long transactions;

    readonly List<string> savepoints = [];
    readonly Lock gate = new();
    NpgsqlBatch? running;
    byte[] descriptor = [];
    bool saved;
    int depth;

    public string Database { get; private set; } = "";

    public bool Exists(string database)
    {
        using var find = Command("select 1 from sys.databases where name = $1", database);
        return find.ExecuteScalar() is not null;
    }

    /// <exception cref="SqlServerError">There is none.</exception>
    public void Use(string database, Reply reply)
    {
        using var set = Command("select set_config('search_path', format('%I, dbo_compat, pg_catalog', name), false) from sys.databases where name = $1", database);
        if (set.ExecuteScalar() is null)
            throw new SqlServerError(911, 16, $"Database '{database}' does not exist. Make sure that the name is entered correctly.");
        reply.Changed(Change.Database, database, Database);
        Database = database;
    }

    public void Begin(Reply reply)
    {
        if (depth++ > 0)
            return;
        Execute("begin");
        descriptor = BitConverter.GetBytes(Interlocked.Increment(ref transactions));
        reply.Changed(Change.TransactionBegun, descriptor, []);
    }

    /// <exception cref="ConnectionLost">A test wants it so.</exception>
    public void Commit(Reply reply)
    {
        if (depth == 0)
            throw new SqlServerError(3902, 16, "The COMMIT TRANSACTION request has no corresponding BEGIN TRANSACTION.", Ends.Statement);
        if (--depth > 0)
            return;
        var lost = server.NextLostCommit();
        if (lost is not { Done: false })
            Execute("commit");
        if (lost is { Then: var then })
        {
            then();
            throw new ConnectionLost();
        }

        End(Change.TransactionCommitted, reply);
    }

    public void Rollback(string? savepoint, Reply reply)
    {
        if (depth == 0)
            throw new SqlServerError(3903, 16, "The ROLLBACK TRANSACTION request has no corresponding BEGIN TRANSACTION.", Ends.Statement);
        if (savepoint is null)
        {
            Execute("rollback");
            End(Change.TransactionRolledBack, reply);
            return;
        }

        var at = savepoints.LastIndexOf(savepoint);
        if (at < 0)
            throw new SqlServerError(6401, 16, $"Cannot roll back {savepoint}. No transaction or savepoint of that name was found.", Ends.Statement);
        savepoints.RemoveRange(at + 1, savepoints.Count - at - 1);
        saved = false;
        Execute($"rollback to savepoint {Name(savepoint)}");
    }

    public void Save(string savepoint)
    {
        if (depth == 0)
            throw new SqlServerError(628, 16, "Cannot issue SAVE TRANSACTION when there is no active transaction.", Ends.Statement);
        savepoints.Add(savepoint);
        saved = false;
        Execute($"savepoint {Name(savepoint)}");
    }

    /// <summary>Ends what is open, as when the connection is given to somebody else or lost.</summary>
    public void Reset(Reply reply)
    {
        if (depth > 0)
            Rollback(null, reply);
    }

    public void Create(string database)
    {
        Execute($"create schema {Translation.Quoted(database)}");
        Execute("insert into sys.databases (name) values ($1)", database);
    }

    public void Drop(string database)
    {
        if (server.Uses(database))
            throw new SqlServerError(3702, 16, $"Cannot drop database \"{database}\" because it is currently in use.");
        using var delete = Command("delete from sys.databases where name = $1", database);
        if (delete.ExecuteNonQuery() == 0)
            throw new SqlServerError(3701, 11, $"Cannot drop the database '{database}', because it does not exist.");
        Execute($"drop schema {Translation.Quoted(database)} cascade");
    }

    public void Snapshot(string database, bool on) => Execute("update sys.databases set is_read_committed_snapshot_on = $2 where name = $1", database, on);

    /// <summary>Runs one statement; where it fails, what it did is undone, and the transaction where SQL Server would.</summary>
    /// <returns>Rows that it wrote, or -1 where it does not count them.</returns>
    public int Run(Step.Query query, IReadOnlyDictionary<string, NpgsqlParameter> given, Action<NpgsqlDataReader> read, Reply reply)
    {
        using var batch = new NpgsqlBatch(connection);
        if (depth > 0 && !saved)
            batch.BatchCommands.Add(new NpgsqlBatchCommand($"savepoint {Savepoint}"));
        var command = new NpgsqlBatchCommand(query.Text);
        foreach (var name in query.Parameters)
            command.Parameters.Add(given.TryGetValue(name, out var parameter) ? parameter.Clone() : throw new SqlServerError(137, 15, $"Must declare the scalar variable \"{name}\"."));
        batch.BatchCommands.Add(command);
        if (depth > 0 && query.Writes)
            batch.BatchCommands.Add(new NpgsqlBatchCommand($"release savepoint {Savepoint}"));
        try
        {
            lock (gate)
                running = batch;
            using var reader = batch.ExecuteReader();
            if (reader.FieldCount > 0)
                read(reader);
            reader.Close();
            saved = depth > 0 && !query.Writes;
            return reader.RecordsAffected;
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.QueryCanceled)
        {
            Undo();
            throw new OperationCanceledException(error.MessageText, error);
        }
        catch (PostgresException error)
        {
            var known = SqlServerError.Of(error);
            if (depth > 0 && known.Ends == Ends.Transaction)
                Rollback(null, reply);
            else
                Undo();
            throw known;
        }
        finally
        {
            lock (gate)
                running = null;
        }
    }

    /// <summary>Cancels the statement that runs, if one does and this holds.</summary>
    public void CancelWhere(Func<bool> wanted)
    {
        lock (gate)
        {
            if (running is not null && wanted())
                running.Cancel();
        }
    }

    public void Dispose()
    {
        if (depth > 0)
            Execute("rollback");
    }

    static string Name(string savepoint) => Translation.Quoted($"of the client: {savepoint}");

    void Undo()
    {
        if (depth > 0)
            Execute($"rollback to savepoint {Savepoint}; release savepoint {Savepoint}");
        saved = false;
    }

    void End(Change how, Reply reply)
    {
        reply.Changed(how, [], descriptor);
        savepoints.Clear();
        saved = false;
        depth = 0;
    }

    NpgsqlCommand Command(string text, params ReadOnlySpan<object> parameters)
    {
        var command = new NpgsqlCommand(text, connection);
        foreach (var parameter in parameters)
            command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        return command;
    }

    void Execute(string text, params object[] parameters)
    {
        using var command = Command(text, parameters);
        try
        {
            command.ExecuteNonQuery();
        }
        catch (PostgresException error)
        {
            throw SqlServerError.Of(error);
        }
    }
}
