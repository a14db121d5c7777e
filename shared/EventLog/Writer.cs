using System.Data.Common;
using Dapper;
using Logistics.EventLog.Databases;
using Logistics.EventLog.Events;

namespace Logistics.EventLog;

/// <summary>The connection, the transaction and the end of the log during one batch.</summary>
sealed class Writer(string source, Database database, Reactions reactions, TimeProvider clock) : IDisposable
{
    const string Savepoint = "work";

    readonly Dictionary<string, DbCommand> prepared = new(StringComparer.Ordinal);
    DbTransaction? transaction;
    byte[] hash = [];

    public DbConnection Connection { get; } = database.Connect();

    /// <exception cref="InvalidOperationException">
    /// The transaction was lost. The SQL Server driver would otherwise execute the command outside any transaction.
    /// </exception>
    public DbTransaction Transaction => transaction is { Connection: not null } ? transaction : throw new InvalidOperationException("The transaction was lost.");

    public long Seq { get; private set; }

    public DateTimeOffset Now { get; private set; }

    /// <summary>Gets the end of the log including the current batch.</summary>
    public (long Seq, byte[] Hash) End => (Seq, hash);

    /// <summary>Begins a transaction and locks the end of the log against other processes.</summary>
    public void Begin()
    {
        transaction = Connection.BeginTransaction();
        Connection.Execute("update log_head set seq = seq", transaction: Transaction);
        (Seq, hash) = Connection.QuerySingle<(long, byte[])>("select seq, hash from log_head", transaction: Transaction);
        Now = clock.GetUtcNow();
    }

    /// <summary>Returns whether the log contains this event. The caller must hold the lock on the log.</summary>
    public bool Holds((long Seq, byte[] Hash) end) =>
        Connection.QuerySingleOrDefault<byte[]>("select hash from event where seq = @Seq", new { end.Seq }, Transaction) is { } found
            && found.AsSpan().SequenceEqual(end.Hash);

    /// <summary>Runs one piece of work. If it throws or is abandoned, its changes are rolled back and the batch continues.</summary>
    /// <returns>The result of the work, or the exception that it threw.</returns>
    /// <exception cref="Exception">The transaction is lost, and the whole batch with it.</exception>
    public (T Result, Exception? Failure) Run<T>(Session session, Func<Session, T> work)
    {
        var (seq, end) = (Seq, hash);
        Transaction.Save(Savepoint);
        var (result, failure) = Try();
        if (failure is not null || session.Abandoned)
        {
            Transaction.Rollback(Savepoint);
            (Seq, hash) = (seq, end);
        }

        // A no-op on SQL Server, where a savepoint ends with its transaction.
        Transaction.Release(Savepoint);
        return (result, failure);

        (T, Exception?) Try()
        {
            try
            {
                return (work(session), null);
            }
            catch (Exception error) when (!database.Dialect.LosesTransaction(error))
            {
                return (default!, error);
            }
        }
    }

    public void Append(string stream, object @event, Origin origin, Session session)
    {
        var version = Prepared("select max(version) from event where stream = @stream", "stream").With(stream).ExecuteScalar() is long last ? last + 1 : 1;
        var about = new Recorded
        {
            Source = source,
            Seq = Seq + 1,
            Type = reactions.Catalog.NameOf(@event),
            Stream = stream,
            Actor = origin.Actor,
            At = Now,
            TraceParent = origin.TraceParent,
        };
        var body = EventBody.Write(about, origin.CommandId, @event);
        var link = EventBody.Chain(hash, body);
        Prepared(
            """
            insert into event (seq, stream, version, type, body, actor, command_id, recorded_at, hash)
            values (@seq, @stream, @version, @type, @body, @actor, @command, @at, @hash)
            """,
            "seq", "stream", "version", "type", "body", "actor", "command", "at", "hash")
            .With(about.Seq, stream, version, about.Type, body, origin.Actor, origin.CommandId, about.At.ToString("O"), link)
            .ExecuteNonQuery();
        (Seq, hash) = (about.Seq, link);
        session.Applying = true;
        reactions.Apply(about, @event, session);
        session.Applying = false;
    }

    public CommandAnswer? FindAnswer(string caller, string id)
    {
        using var row = Prepared("select fingerprint, status, answer, seq from command where caller = @caller and id = @id", "caller", "id")
            .With(caller, id)
            .ExecuteReader();
        return row.Read() ? new CommandAnswer((byte[])row[0], (int)row.GetInt64(1), row.GetString(2), row.GetInt64(3)) : null;
    }

    public void KeepAnswer(string caller, string id, CommandAnswer answer) => Prepared(
        """
        insert into command (caller, id, fingerprint, status, answer, seq, recorded_at)
        values (@caller, @id, @fingerprint, @status, @answer, @seq, @at)
        """,
        "caller", "id", "fingerprint", "status", "answer", "seq", "at")
        .With(caller, id, answer.Fingerprint, answer.Status, answer.Text, answer.Seq, Now.ToString("O"))
        .ExecuteNonQuery();

    public void Commit()
    {
        Connection.Execute("update log_head set seq = @Seq, hash = @hash", new { Seq, hash }, Transaction);
        Transaction.Commit();
        transaction!.Dispose();
        transaction = null;
    }

    DbCommand Prepared(string sql, params ReadOnlySpan<string> parameters)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = Connection.CreateCommand();
            command.CommandText = sql;
            foreach (var name in parameters)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = "@" + name;
                command.Parameters.Add(parameter);
            }

            prepared.Add(sql, command);
        }

        command.Transaction = Transaction;
        return command;
    }

    public void Dispose()
    {
        foreach (var command in prepared.Values)
            command.Dispose();
        transaction?.Dispose();
        Connection.Dispose();
    }
}

static class PreparedCommands
{
    public static DbCommand With(this DbCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.Parameters[i];
            parameter.Value = values[i];
            // SQL Server compiles a plan for each size.
            if (values[i] is string or byte[])
                parameter.Size = values[i] is string { Length: <= 4_000 } ? 4_000 : values[i] is byte[] { Length: <= 8_000 } ? 8_000 : -1;
        }

        return command;
    }
}
