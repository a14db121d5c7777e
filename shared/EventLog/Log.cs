using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Dapper;
using Logistics.EventLog.Databases;
using Logistics.EventLog.Events;
using Microsoft.Extensions.Logging;

namespace Logistics.EventLog;

/// <summary>
/// The append-only log of a service and the only writer of its database. Concurrent requests queue their work here; the writer runs
/// all waiting work in one transaction, each item in its own savepoint, and answers the callers after the commit. A sequence
/// number therefore never becomes visible before all lower ones, and the cost of a durable commit is shared.
/// </summary>
public sealed class Log : IDisposable
{
    const int BatchLimit = 512;

    readonly BlockingCollection<IWork> queue = [];
    readonly ILogger logger;
    readonly Thread thread;
    TaskCompletionSource moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
    long head;

    public Log(string source, Database database, Reactions reactions, TimeProvider clock, ILogger<Log> logger)
    {
        Source = source;
        Database = database;
        Reactions = reactions;
        Clock = clock;
        this.logger = logger;
        using (var connection = database.Open())
            head = connection.ExecuteScalar<long>("select seq from log_head");
        Measures = new Measures(this);
        Positions = new Positions(database, clock);
        thread = new Thread(WriteBatches) { IsBackground = true, Name = $"{source} log writer" };
        thread.Start();
    }

    /// <summary>Gets the name of the service that owns this log.</summary>
    public string Source { get; }

    public Database Database { get; }

    public TimeProvider Clock { get; }

    public Measures Measures { get; }

    public Positions Positions { get; }

    /// <summary>Gets the last committed sequence number.</summary>
    public long Head => Volatile.Read(ref head);

    internal Reactions Reactions { get; }

    /// <summary>Gets a task that completes when the log next advances after the task was read.</summary>
    public Task Moved => Volatile.Read(ref moved).Task;

    /// <summary>Runs work in the writer's next transaction and returns its result once it is durable.</summary>
    /// <exception cref="DbException">
    /// The transaction could not be committed and its work was rolled back. If the connection was lost during the commit and the database
    /// did not return before the retries ended, the work may have been committed.
    /// </exception>
    /// <remarks>Exceptions thrown by the work are rethrown here after its changes have been rolled back.</remarks>
    public Task<T> Write<T>(Origin origin, Func<Session, T> work)
    {
        var waiting = new Work<T>(origin, work);
        queue.Add(waiting);
        return waiting.Task;
    }

    /// <summary>Returns the events after a position, up to the capacity of one segment.</summary>
    public async Task<LogSegment> ReadSegment(long after)
    {
        await using var connection = Database.Open();
        var previous = after == 0
            ? new byte[32]
            : await connection.QuerySingleOrDefaultAsync<byte[]>("select hash from event where seq = @after", new { after })
                ?? throw new ArgumentOutOfRangeException(nameof(after), after, "The position is beyond the end of the log.");
        var bodies = new List<byte[]>();
        var bytes = 0;
        await using var rows = await connection.ExecuteReaderAsync(
            "select body from event where seq > @after order by seq" + Database.Dialect.First(LogSegment.MaxEvents), new { after });
        while (bytes < LogSegment.MaxBytes && await rows.ReadAsync())
        {
            bodies.Add((byte[])rows[0]);
            bytes += bodies[^1].Length;
        }

        // Otherwise the server sends the remaining rows before it releases the connection.
        ((IWrappedDataReader)rows).Command?.Cancel();
        return new LogSegment { Source = Source, First = after + 1, PreviousHash = previous, Events = bodies };
    }

    /// <summary>Returns a segment without events that states where the log ends.</summary>
    public async Task<LogSegment> ReadEnd()
    {
        await using var connection = Database.Open();
        var (seq, hash) = await connection.QuerySingleAsync<(long, byte[])>("select seq, hash from log_head");
        return new LogSegment { Source = Source, First = seq + 1, PreviousHash = hash, Events = [] };
    }

    /// <summary>Recomputes the hash chain of the whole log.</summary>
    /// <param name="read">Called for each event read, with its sequence number and the size of its body in bytes.</param>
    /// <param name="cancel">Cancels the check.</param>
    /// <returns>The first event that is missing or whose hash does not follow from its predecessors, or null if the log is intact.</returns>
    public async Task<long?> FindBrokenLink(Action<long, int>? read = null, CancellationToken cancel = default)
    {
        await using var connection = Database.Open();
        var end = await connection.QuerySingleAsync<(long Seq, byte[] Hash)>("select seq, hash from log_head");
        var hash = new byte[32];
        long expected = 1;
        await using var rows = await connection.ExecuteReaderAsync("select seq, body, hash from event where seq <= @Seq order by seq", new { end.Seq });
        while (await rows.ReadAsync(cancel))
        {
            var body = (byte[])rows[1];
            hash = EventBody.Chain(hash, body);
            read?.Invoke(rows.GetInt64(0), body.Length);
            if (rows.GetInt64(0) != expected || !hash.AsSpan().SequenceEqual((byte[])rows[2]))
                return expected;
            expected++;
        }

        return expected == end.Seq + 1 && hash.AsSpan().SequenceEqual(end.Hash) ? null : expected;
    }

    /// <summary>
    /// Empties every table except those of <see cref="Reactions.Kept"/> and refills it from this log. The feeds then
    /// apply the followed logs again from their beginning.
    /// </summary>
    public Task Rebuild() => Write(new Origin(Source, "rebuild"), session =>
    {
        session.Applying = true;
        string[] kept = ["event", "log_head", "command", "migration", "lease", "generation", .. Reactions.Kept];
        foreach (var table in session.Query<string>(Database.Dialect.Tables).Except(kept, StringComparer.Ordinal))
            session.Execute($"delete from {table}");
        long last = 0;
        while (true)
        {
            var bodies = session.Query<(long Seq, byte[] Body)>(
                "select seq, body from event where seq > @last order by seq" + Database.Dialect.First(LogSegment.MaxEvents), new { last });
            if (bodies.Count == 0)
                return last;
            foreach (var (_, body) in bodies)
                Reactions.Apply(body, session);
            last = bodies[^1].Seq;
        }
    });

    public void Dispose()
    {
        queue.CompleteAdding();
        thread.Join();
        queue.Dispose();
        Measures.Dispose();
    }

    void WriteBatches()
    {
        Writer? writer = null;
        var batch = new List<IWork>();
        (long Seq, byte[] Hash)? unsure = null;
        foreach (var first in queue.GetConsumingEnumerable())
        {
            batch.Add(first);
            while (batch.Count < BatchLimit && queue.TryTake(out var next))
                batch.Add(next);
            try
            {
                Database.Retries.Execute(Carry);
            }
            catch (Exception error)
            {
                logger.LogError(error, "The log of {Source} could not commit a batch of {Count}", Source, batch.Count);
                batch.ForEach(work => work.Fail(error));
                batch.Clear();
            }

            batch.ForEach(work => work.Answer());
            unsure = null;
            batch.Clear();
        }

        Close();

        void Carry()
        {
            var began = Stopwatch.GetTimestamp();
            try
            {
                writer ??= new Writer(Source, Database, Reactions, Clock);
                writer.Begin();
                // If the answer to a commit was lost, the commit may have succeeded. A batch without appended events can safely run again: each
                // command finds its stored answer, each feed its position.
                if (unsure is not { } end || !writer.Holds(end))
                {
                    var before = writer.End.Seq;
                    foreach (var work in batch)
                        work.Run(writer);
                    unsure = writer.End.Seq > before ? writer.End : null;
                }

                writer.Commit();
                Measures.Batch(batch.Count, Stopwatch.GetElapsedTime(began));
            }
            catch
            {
                Close();
                throw;
            }

            MoveTo(writer.Seq);
        }

        void Close()
        {
            try
            {
                writer?.Dispose();
            }
            catch (DbException error)
            {
                logger.LogWarning(error, "The connection of the log of {Source} did not close cleanly and is replaced", Source);
            }

            writer = null;
        }
    }

    void MoveTo(long seq)
    {
        if (seq <= head)
            return;
        Volatile.Write(ref head, seq);
        Interlocked.Exchange(ref moved, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    interface IWork
    {
        void Run(Writer writer);

        void Answer();

        void Fail(Exception error);
    }

    sealed class Work<T>(Origin origin, Func<Session, T> work) : IWork
    {
        readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Session? session;
        Exception? failure;
        T result = default!;

        public Task<T> Task => answer.Task;

        public void Run(Writer writer) => (result, failure) = writer.Run(session = new Session(writer, origin), work);

        public void Answer()
        {
            if (failure is not null)
            {
                answer.SetException(failure);
                return;
            }

            try
            {
                if (!session!.Abandoned)
                    session.Afterwards.ForEach(action => action());
                answer.SetResult(result);
            }
            catch (Exception error)
            {
                answer.SetException(error);
            }
        }

        public void Fail(Exception error) => answer.SetException(error);
    }
}
