using Dapper;
using Logistics.EventLog.Events;

namespace Logistics.EventLog;

/// <summary>
/// The work of one command or one segment inside the writer's transaction, kept or rolled back as a whole. Not valid outside the
/// function that receives it.
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

    /// <summary>Gets the time of the transaction, at which all appended events are recorded.</summary>
    public DateTimeOffset Now => writer.Now;

    /// <summary>Gets the last sequence number of the log as seen by this session.</summary>
    public long Head => writer.Seq;

    /// <summary>Gets the number of the generation whose rows are written; see <see cref="Generations"/>.</summary>
    public long Generation { get; internal set; } = 1;

    /// <summary>Gets whether a new generation is being filled, which nobody reads yet.</summary>
    public bool IsFilling { get; internal set; }

    internal bool Abandoned { get; private set; }

    /// <summary>Gets the actions to run once the transaction is durable. They are discarded if the session's work is.</summary>
    internal List<Action> Afterwards { get; } = [];

    /// <summary>The event of another log that is being applied.</summary>
    internal Recorded? Cause { get; set; }

    /// <summary>Gets whether an event of this log is being applied. A rebuild applies it again, so nothing may be appended meanwhile.</summary>
    internal bool Applying { get; set; }

    /// <summary>Rolls back everything this session did, without raising an error.</summary>
    public void Abandon() => Abandoned = true;

    /// <summary>Runs an action on the writer's thread once the session's work is durable, and not if it is rolled back. The writer waits for it, so it must be short. What it throws is thrown to the caller of <see cref="Log.Write{T}"/>.</summary>
    public void AfterCommit(Action action) => Afterwards.Add(action);

    /// <summary>Appends events to a stream and applies them to the tables.</summary>
    /// <exception cref="InvalidOperationException">An event of this log is being applied; a rebuild would append again.</exception>
    public void Append(string stream, params IReadOnlyList<object> events)
    {
        if (Applying)
            throw new InvalidOperationException($"An event of this log is being applied, so no event can be appended to {stream}.");
        var origin = Cause is null ? Origin : new Origin(Origin.Actor, $"{Cause.Source}/{Cause.Seq}", Cause.TraceParent);
        foreach (var @event in events)
            writer.Append(stream, @event, origin, this);
    }

    /// <returns>Null if this caller has no accepted command with this id.</returns>
    public CommandAnswer? FindAnswer(string caller, string id) => writer.FindAnswer(caller, id);

    public void KeepAnswer(string caller, string id, CommandAnswer answer) => writer.KeepAnswer(caller, id, answer);

    public int Execute(string sql, object? parameters = null) =>
        writer.Connection.Execute(sql, parameters, writer.Transaction);

    /// <summary>Updates a row, or inserts it if the update affects no row.</summary>
    /// <param name="update">Finds the row by its key and changes it.</param>
    /// <param name="insert">Adds the row.</param>
    /// <param name="row">Parameters of both statements; each may leave some unused.</param>
    public void Upsert(string update, string insert, object row)
    {
        if (Execute(update, row) == 0)
            Execute(insert, row);
    }

    public List<T> Query<T>(string sql, object? parameters = null) =>
        writer.Connection.Query<T>(sql, parameters, writer.Transaction).AsList();

    /// <returns>The first row, or the default value if there are no rows.</returns>
    public T? Find<T>(string sql, object? parameters = null) =>
        writer.Connection.QueryFirstOrDefault<T>(sql, parameters, writer.Transaction);

    public T Scalar<T>(string sql, object? parameters = null) =>
        writer.Connection.ExecuteScalar<T>(sql, parameters, writer.Transaction)!;
}
