using Dapper;
using Logistics.EventLog;
using Logistics.EventLog.Databases;
using Microsoft.Data.SqlClient;

namespace Logistics.SqlServer.Tests;

/// <summary>What its driver says of deadlocks and of connections that are lost, and what becomes of the work.</summary>
public sealed class LossTests(StandIn standIn) : IClassFixture<StandIn>
{
    [Fact]
    public async Task A_deadlock_is_tried_again()
    {
        var database = standIn.Database();
        using var log = StandIn.Open(database);
        using var both = new Barrier(2);
        var attempts = 0;

        var noted = log.Write(StandIn.Me, session =>
        {
            // The writer has locked the end of the log.
            Meet();
            session.Execute("update lease set until = 'log'");
            session.Append("notes", new Noted(1));
            return session.Head;
        });
        var other = Task.Run(() => database.Retries.Execute(() =>
        {
            using var connection = database.Connect();
            using var transaction = connection.BeginTransaction();
            connection.Execute("update lease set until = 'other'", transaction: transaction);
            Meet();
            connection.Execute("update log_head set seq = seq", transaction: transaction);
            transaction.Commit();
        }));

        await other;
        Assert.Equal(1, await noted);
        Assert.Equal(3, attempts);
        await HasOnly(log, 1);

        void Meet()
        {
            if (Interlocked.Increment(ref attempts) <= 2)
                both.SignalAndWait();
        }
    }

    /// <summary>The driver carries out by itself what is asked for in a transaction that the server has ended.</summary>
    [Fact]
    public async Task Work_that_swallows_the_loss_of_its_transaction_leaves_nothing_behind()
    {
        using var log = StandIn.Open(standIn.Database());

        await Assert.ThrowsAsync<InvalidOperationException>(() => log.Write(StandIn.Me, session =>
        {
            session.Append("notes", new Noted(1));
            session.Execute("rollback");
            return 0;
        }));
        await Assert.ThrowsAsync<InvalidOperationException>(() => log.Write(StandIn.Me, session =>
        {
            session.Execute("rollback");
            session.Append("notes", new Noted(2));
            return 0;
        }));

        Assert.Equal(1, await StandIn.Note(log, 3));
        await HasOnly(log, 1);
    }

    [Fact]
    public async Task What_was_not_committed_is_done_again()
    {
        using var log = StandIn.Open(standIn.Database());
        standIn.Server.LoseBeforeCommit();
        standIn.Server.LoseBeforeCommit();

        Assert.Equal(1, await StandIn.Note(log, 1));
        await HasOnly(log, 1);
    }

    [Fact]
    public async Task What_was_committed_although_nobody_was_told_is_not_done_again()
    {
        using var log = StandIn.Open(standIn.Database());
        standIn.Server.LoseAfterCommit();
        standIn.Server.LoseBeforeCommit();

        Assert.Equal(1, await StandIn.Note(log, 1));
        await HasOnly(log, 1);
    }

    [Fact]
    public async Task Nor_when_another_process_has_written_since()
    {
        var database = standIn.Database();
        using var log = StandIn.Open(database);
        using var twin = StandIn.Open(database);
        standIn.Server.LoseAfterCommit(() => StandIn.Note(twin, 100).Wait());

        Assert.Equal(1, await StandIn.Note(log, 1));
        Assert.Equal(3, await StandIn.Note(log, 2));
        await HasOnly(log, 3);
    }

    [Fact]
    public void A_transaction_of_the_accounts_whose_commit_is_unknown_is_not_done_again()
    {
        var database = standIn.Database();
        var done = 0;
        standIn.Server.LoseAfterCommit();

        Assert.Throws<InvalidOperationException>(() => database.Alone(transaction => ++done));

        Assert.Equal(1, done);
    }

    [Fact]
    public async Task A_log_goes_on_when_all_connections_were_lost()
    {
        using var log = StandIn.Open(standIn.Database());
        await StandIn.Note(log, 1);

        standIn.Server.LoseAll();

        Assert.Equal(2, await StandIn.Note(log, 2));
        await HasOnly(log, 2);
    }

    [Fact]
    public void A_statement_that_waits_too_long_is_ended_and_the_connection_goes_on()
    {
        var database = standIn.Database();
        using var holder = database.Connect();
        using var transaction = holder.BeginTransaction();
        holder.Execute("update lease set until = 'mine'", transaction: transaction);
        using var waiting = database.Connect();

        var error = Assert.Throws<SqlException>(() => waiting.Execute("update lease set until = 'too late'", commandTimeout: 1));

        Assert.True(database.Dialect.LosesTransaction(error), $"{error.Number}: {error.Message}");
        Assert.Equal("", waiting.ExecuteScalar<string>("select until from lease"));
    }

    static async Task HasOnly(Log log, long events)
    {
        Assert.Equal(events, log.Head);
        Assert.Null(await log.FindBrokenLink());
        Assert.Equal(events, (await log.ReadEnd()).First - 1);
    }
}
