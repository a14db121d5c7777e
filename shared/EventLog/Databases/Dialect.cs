using System.Data.Common;

namespace Logistics.EventLog.Databases;

/// <summary>The differences between the supported databases. SQL outside this class and the migrations is common to all of them.</summary>
public abstract class Dialect
{
    public abstract DbConnection Connect(string connectionString);

    public virtual void Open(DbConnection connection)
    {
        connection.Open();
        Prepare(connection);
    }

    /// <summary>Applies the settings that every open connection needs.</summary>
    public virtual void Prepare(DbConnection connection)
    {
    }

    /// <summary>Returns the clause that limits an ordered select to its first rows.</summary>
    public abstract string First(int rows);

    /// <summary>Gets the statement that selects the names of all tables.</summary>
    public abstract string Tables { get; }

    /// <summary>Gets the subfolder of a migrations folder that holds this database's scripts, followed by a dot; empty for the folder itself.</summary>
    public abstract string Scripts { get; }

    /// <summary>Gets the statement that creates the table of executed scripts.</summary>
    public abstract string MigrationTable { get; }

    /// <summary>Splits a script into the batches that can each be run in one call.</summary>
    public virtual IEnumerable<string> Batches(string script) => [script];

    /// <summary>
    /// Returns whether an error ends the whole transaction (disk full, I/O error, lock not granted) rather than only the statement that raised it
    /// (constraint, type, name).
    /// </summary>
    public abstract bool LosesTransaction(Exception error);

    /// <summary>Returns whether a retry is likely to succeed: after a deadlock, a lost connection, or while a server fails over or is busy.</summary>
    public abstract bool IsTransient(DbException error);
}
