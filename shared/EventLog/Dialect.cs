using System.Data.Common;

namespace Logistics.EventLog;

/// <summary>Everything in which databases differ. SQL outside of here and of the migrations is common to all of them.</summary>
public abstract class Dialect
{
    public abstract DbConnection Connect(string connectionString);

    /// <summary>Settings that every connection needs, once it is open.</summary>
    public abstract void Prepare(DbConnection connection);

    /// <summary>Ends an ordered select that wants the first rows only.</summary>
    public abstract string First(int rows);

    public abstract string Savepoint { get; }

    public abstract string KeepSavepoint { get; }

    public abstract string UndoSavepoint { get; }

    /// <summary>Selects the names of all tables of this database.</summary>
    public abstract string Tables { get; }

    /// <summary>
    /// Whether an error costs the whole transaction (disk full, I/O error, lock not granted) and not only the statement that raised it
    /// (constraint, type, name).
    /// </summary>
    public abstract bool LosesTransaction(Exception error);
}
