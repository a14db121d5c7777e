using System.Data;
using System.Data.Common;
using Logistics.EventLog.Databases;
using Microsoft.Data.Sqlite;

namespace Logistics.EventLog.Tests;

/// <summary>A database that is away, or whose connection is lost in a commit before or after that was done, when a test says so.</summary>
sealed class FailingDatabase : SqliteDialect
{
    const int Lost = 10;

    readonly Queue<(bool Done, Action Then)> faults = new();

    /// <summary>The next commit is not done.</summary>
    public void LoseBefore() => faults.Enqueue((false, () => { }));

    /// <summary>The next commit is done, and nobody is told.</summary>
    /// <param name="then">What happens before it is asked for.</param>
    public void LoseAfter(Action? then = null) => faults.Enqueue((true, then ?? (() => { })));

    /// <summary>So many connections are not made.</summary>
    public int Unreachable { get; set; }

    public override DbConnection Connect(string connectionString) =>
        Unreachable-- > 0 ? throw new SqliteException("Nobody answers.", Lost) : new Connection(connectionString, this);

    public override bool IsTransient(DbException error) => error is SqliteException { SqliteErrorCode: Lost };

    sealed class Connection(string connectionString, FailingDatabase database) : SqliteConnection(connectionString)
    {
        public override SqliteCommand CreateCommand() => new Command { Connection = this, CommandTimeout = DefaultTimeout, Transaction = base.Transaction };

        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => new Transaction(BeginTransaction(isolationLevel), database);
    }

    sealed class Command : SqliteCommand
    {
        protected override DbTransaction? DbTransaction
        {
            get => base.DbTransaction;
            set => base.DbTransaction = value is Transaction transaction ? transaction.Inner : value;
        }
    }

    sealed class Transaction(SqliteTransaction inner, FailingDatabase database) : DbTransaction
    {
        public SqliteTransaction Inner => inner;

        public override IsolationLevel IsolationLevel => inner.IsolationLevel;

        protected override DbConnection? DbConnection => inner.Connection;

        public override void Commit()
        {
            var fails = database.faults.TryDequeue(out var fault);
            if (!fails || fault.Done)
                inner.Commit();
            if (!fails)
                return;
            fault.Then();
            throw new SqliteException("The connection was lost.", Lost);
        }

        public override void Rollback() => inner.Rollback();

        public override void Save(string savepointName) => inner.Save(savepointName);

        public override void Rollback(string savepointName) => inner.Rollback(savepointName);

        public override void Release(string savepointName) => inner.Release(savepointName);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
