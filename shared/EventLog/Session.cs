using Dapper;
using Logistics.EventLog.Events;

namespace Logistics.EventLog;

/// <summary>
/// One command's or one segment's work inside the writer's transaction. All of it is kept or none. Not for use outside of the
/// function that received it.
/// </summary>
public sealed class Session
{
    readonly Writer writer;

    internal Session(Writer writer, Origin origin)
    {
        this.writer = writer;
        Origin = origin;
    }

    public Origin Origin { get; }

    /// <summary>The moment of the transaction; all that it appends is recorded at it.</summary>
    public DateTimeOffset Now => writer.Now;

    /// <summary>The log's last sequence number as this session sees it.</summary>
    public long Head => writer.Seq;

    /// <summary>Number of the generation whose rows are being written; see <see cref="Generations"/>.</summary>
    public long Generation { get; internal set; } = 1;

    /// <summary>Whether those rows are filled a second time, so that nobody reads them yet.</summary>
    public bool IsFilling { get; internal set; }

    internal bool Abandoned { get; private set; }

    /// <summary>What is to be done once the transaction is durable; dropped with the session's work.</summary>
    internal List<Action> Afterwards { get; } = [];

    /// <summary>The event of another log that is being applied.</summary>
    internal Recorded? Cause { get; set; }

    /// <summary>Whether tables are being written from an event of this log. The same is done again when they are rebuilt, so nothing is appended by it.</summary>
    internal bool Applying { get; set; }

    /// <summary>Undoes everything this session did, without an error.</summary>
    public void Abandon() => Abandoned = true;

    /// <summary>Runs an action on the writer's thread once the session's work is durable. Keep it short: the writer waits for it. What it throws is thrown to the caller of <see cref="Log.Write{T}"/>.</summary>
    public void AfterCommit(Action action) => Afterwards.Add(action);

    /// <summary>Appends events to a stream and applies them to the tables.</summary>
    /// <exception cref="InvalidOperationException">An event of this log is being applied: a rebuild would append again.</exception>
    public void Append(string stream, params IReadOnlyList<object> events)
    {
        if (Applying)
            throw new InvalidOperationException($"Applying an event of this log may not append another, to {stream}.");
        var origin = Cause is null ? Origin : new Origin(Origin.Actor, $"{Cause.Source}/{Cause.Seq}", Cause.TraceParent);
        foreach (var @event in events)
            writer.Append(stream, @event, origin, this);
    }

    /// <returns>Null where this caller has no accepted command of this id.</returns>
    public CommandAnswer? FindAnswer(string caller, string id) => writer.FindAnswer(caller, id);

    public void KeepAnswer(string caller, string id, CommandAnswer answer) => writer.KeepAnswer(caller, id, answer);

    public int Execute(string sql, object? parameters = null) =>
        writer.Connection.Execute(sql, parameters, writer.Transaction);

    /// <summary>Updates the row, or inserts it if the update hits nothing.</summary>
    /// <param name="update">Finds the row by its key and changes it.</param>
    /// <param name="insert">Adds the row.</param>
    /// <param name="row">Parameters of both; each may leave some unused.</param>
    public void Upsert(string update, string insert, object row)
    {
        if (Execute(update, row) == 0)
            Execute(insert, row);
    }

    public List<T> Query<T>(string sql, object? parameters = null) =>
        writer.Connection.Query<T>(sql, parameters, writer.Transaction).AsList();

    /// <returns>The first row, or the default where there is none.</returns>
    public T? Find<T>(string sql, object? parameters = null) =>
        writer.Connection.QueryFirstOrDefault<T>(sql, parameters, writer.Transaction);

    public T Scalar<T>(string sql, object? parameters = null) =>
        writer.Connection.ExecuteScalar<T>(sql, parameters, writer.Transaction)!;
}
