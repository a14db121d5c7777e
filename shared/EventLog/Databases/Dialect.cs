using System.Data.Common;

namespace Logistics.EventLog.Databases;

/// <summary>Everything in which databases differ. SQL outside of here and of the migrations is common to all of them.</summary>
public abstract class Dialect
{
    public abstract DbConnection Connect(string connectionString);

    public virtual void Open(DbConnection connection)
    {
        connection.Open();
        Prepare(connection);
    }

    /// <summary>Settings that every connection needs, once it is open.</summary>
    public virtual void Prepare(DbConnection connection)
    {
    }

    /// <summary>Ends an ordered select that wants the first rows only.</summary>
    public abstract string First(int rows);

    /// <summary>Selects the names of all tables of this database.</summary>
    public abstract string Tables { get; }

    /// <summary>Where the scripts of this database are in a folder of migrations: a name with a dot behind it, or the folder itself.</summary>
    public abstract string Scripts { get; }

    /// <summary>Makes the table of the scripts that have run.</summary>
    public abstract string MigrationTable { get; }

    /// <summary>What can be run at once, of a script.</summary>
    public virtual IEnumerable<string> Batches(string script) => [script];

    /// <summary>
    /// Whether an error costs the whole transaction (disk full, I/O error, lock not granted) and not only the statement that raised it
    /// (constraint, type, name).
    /// </summary>
    public abstract bool LosesTransaction(Exception error);

    /// <summary>Whether the same may well succeed a moment later: a deadlock, a connection that was lost, a server that is moving or busy.</summary>
    public abstract bool IsTransient(DbException error);
}
