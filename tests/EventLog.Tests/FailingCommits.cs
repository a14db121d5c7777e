using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Logistics.EventLog.Tests;

/// <summary>A database whose connection is lost in the commits that a test names, before or after they were done.</summary>
sealed class FailingCommits : SqliteDialect
{
    const int Lost = 10;

    readonly Queue<(bool Done, Action Then)> faults = new();

    /// <summary>The next commit is not done.</summary>
    public void LoseBefore() => faults.Enqueue((false, () => { }));

    /// <summary>The next commit is done, and nobody is told.</summary>
    /// <param name="then">What happens before it is asked for.</param>
    public void LoseAfter(Action? then = null) => faults.Enqueue((true, then ?? (() => { })));

    public override DbConnection Connect(string connectionString) => new Connection(connectionString, this);

    public override bool IsTransient(DbException error) => error is SqliteException { SqliteErrorCode: Lost };

    sealed class Connection(string connectionString, FailingCommits database) : SqliteConnection(connectionString)
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

    sealed class Transaction(SqliteTransaction inner, FailingCommits database) : DbTransaction
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

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
