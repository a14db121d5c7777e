using System.Data.Common;
using Logistics.EventLog.Events;
using Logistics.Testing;
using Microsoft.Data.Sqlite;

namespace Logistics.EventLog.Tests;

public sealed class WriteTests
{
    [Fact]
    public async Task A_thousand_at_once_get_numbers_without_gaps_in_the_order_of_their_commits()
    {
        using var given = Given.AnOwner();

        var answers = await Task.WhenAll(Enumerable.Range(1, 1000).Select(number => given.Note(number)));

        Assert.Equal(Enumerable.Range(1, 1000).Select(seq => (long)seq), answers);
        Assert.Equal(Enumerable.Range(1, 1000), given.Rows<int>("select number from note order by place"));
        Assert.Equal(Enumerable.Range(1, 1000).Select(seq => (long)seq), given.Rows<long>("select version from event order by seq"));
        Assert.Equal(1000, given.Log.Head);
        Assert.Null(await given.Log.FindBrokenLink());
    }

    [Fact]
    public async Task Work_that_throws_or_gives_up_undoes_itself_and_nothing_else()
    {
        using var given = Given.AnOwner();

        var works = Enumerable.Range(1, 300).Select(number => given.Log.Write(Given.Me, session =>
        {
            session.Append("notes", new Noted(number), new Noted(-number));
            if (number % 3 == 1)
                throw new InvalidOperationException($"{number}");
            if (number % 3 == 2)
                session.Abandon();
            return session.Head;
        })).ToList();
        await Task.WhenAll(works.Select(work => work.ContinueWith(_ => { }, TaskScheduler.Default)));

        for (var i = 0; i < works.Count; i += 3)
            Assert.Equal($"{i + 1}", (await Assert.ThrowsAsync<InvalidOperationException>(() => works[i])).Message);
        Assert.Equal(200, given.Log.Head);
        Assert.Equal(Enumerable.Range(1, 100).SelectMany(third => new[] { third * 3, -third * 3 }), given.Rows<int>("select number from note order by place"));
        Assert.Null(await given.Log.FindBrokenLink());
    }

    [Fact]
    public async Task An_action_after_the_commit_that_throws_is_reported_to_its_caller_and_stops_nothing()
    {
        using var given = Given.AnOwner();

        var failing = given.Log.Write(Given.Me, session =>
        {
            session.Append("notes", new Noted(1));
            session.AfterCommit(() => throw new InvalidOperationException("after the commit"));
            return session.Head;
        });
        var next = given.Note(2);

        Assert.Equal("after the commit", (await Assert.ThrowsAsync<InvalidOperationException>(() => failing)).Message);
        Assert.Equal(2, await next);
        Assert.Equal(2, given.Log.Head);
    }

    [Fact]
    public async Task A_statement_that_fails_costs_its_own_work_only()
    {
        using var given = Given.AnOwner();

        var wrong = given.Log.Write(Given.Me, session => session.Execute("insert into note (place, number) values (1, null)"));
        var right = given.Note(1);

        await Assert.ThrowsAnyAsync<DbException>(() => wrong);
        Assert.Equal(1, await right);
    }

    [Fact]
    public async Task Work_that_swallows_the_loss_of_the_transaction_keeps_nothing()
    {
        using var given = Given.AnOwner();

        var swallowing = given.Log.Write(Given.Me, session =>
        {
            session.Append("notes", new Noted(1));
            session.Execute("rollback");
            return session.Head;
        });
        var inTheSameBatch = given.Note(2);

        await Assert.ThrowsAnyAsync<Exception>(() => swallowing);
        await inTheSameBatch.ContinueWith(_ => { }, TaskScheduler.Default);
        await given.Note(3);
        Assert.DoesNotContain(1, given.Rows<int>("select number from note"));
        Assert.Equal(given.Log.Head, given.Rows<long>("select count(*) from event").Single());
        Assert.Null(await given.Log.FindBrokenLink());
    }

    [Fact]
    public async Task A_full_disk_is_told_to_every_caller_keeps_nothing_and_passes()
    {
        Assert.SkipWhen(SqlServerUnderTest.IsUsed, SqlServerUnderTest.OnlySqlite);
        using var given = Given.AnOwner();
        await given.Note(1);
        // The limit is the connection's: like a full disk, it stops the first write that needs another page.
        await given.Log.Write(Given.Me, session => session.Execute("pragma max_page_count = 1"));

        var refused = Enumerable.Range(1, 50).Select(number => given.Log.Write(Given.Me, session =>
        {
            session.Append("notes", new Noted(number, new string('x', 100_000)));
            return session.Head;
        })).ToList();
        foreach (var one in refused)
            Assert.Equal(13, (await Assert.ThrowsAsync<SqliteException>(() => one)).SqliteErrorCode);

        Assert.Equal(1, given.Log.Head);
        SqliteConnection.ClearAllPools();
        await Eventually.Holds(
            async () =>
            {
                try
                {
                    return await given.Note(2) == 2;
                }
                catch (SqliteException)
                {
                    SqliteConnection.ClearAllPools();
                    return false;
                }
            },
            "space");
        Assert.Equal([1, 2], given.Rows<int>("select number from note order by place"));
        Assert.Null(await given.Log.FindBrokenLink());
    }

    [Fact]
    public async Task A_body_has_at_most_128_KiB()
    {
        using var given = Given.AnOwner();
        var envelope = EventBody.Write(About(given), "command", new Noted(1, "")).Length;

        Task<long> Write(int length) => given.Log.Write(Given.Me, session =>
        {
            session.Append("notes", new Noted(1, new string('x', length)));
            return session.Head;
        });

        Assert.Equal(1, await Write(EventBody.MaxBytes - envelope));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Write(EventBody.MaxBytes - envelope + 1));
        Assert.Equal(1, given.Log.Head);
    }

    [Fact]
    public async Task Two_processes_on_one_file_share_one_sequence()
    {
        using var first = Given.AnOwner();
        using var second = first.Twin();

        await Task.WhenAll(Enumerable.Range(1, 200).SelectMany(number => new[] { first.Note(number), second.Note(-number) }));

        Assert.Equal(Enumerable.Range(1, 400).Select(seq => (long)seq), first.Rows<long>("select seq from event order by seq"));
        Assert.Null(await first.Log.FindBrokenLink());
        Assert.Equal(400, first.Rows<int>("select number from note").Distinct().Count());
    }

    [Fact]
    public async Task A_restart_keeps_everything()
    {
        using var given = Given.AnOwner();
        await given.Note(1, 2, 3);

        given.Restart();

        Assert.Equal(3, given.Log.Head);
        Assert.Equal(4, await given.Note(4));
        Assert.Null(await given.Log.FindBrokenLink());
    }

    [Fact]
    public async Task What_is_queued_when_the_log_closes_is_still_written()
    {
        using var given = Given.AnOwner();

        var waiting = Enumerable.Range(1, 100).Select(number => given.Note(number)).ToList();
        given.Restart();

        Assert.Equal(100, (await Task.WhenAll(waiting)).Max());
        Assert.Equal(100, given.Log.Head);
    }

    [Fact]
    public async Task Applying_an_own_event_appends_nothing()
    {
        using var given = Given.AnOwner();
        given.Reactions.On<Troubled>("owner", (_, session) => session.Append("notes", new Noted(1)));

        await Assert.ThrowsAsync<InvalidOperationException>(() => given.Log.Write(Given.Me, session =>
        {
            session.Append("notes", new Troubled(1));
            return 0;
        }));
        Assert.Equal(0, given.Log.Head);
    }

    [Fact]
    public async Task An_upsert_changes_the_row_that_is_there_and_otherwise_adds_it()
    {
        using var given = Given.AnOwner();

        foreach (var (place, number) in new[] { (1, 5), (2, 6), (1, 7) })
        {
            await given.Log.Write(Given.Me, session =>
            {
                session.Upsert("update note set number = @number where place = @place", "insert into note (place, number) values (@place, @number)", new { place, number });
                return 0;
            });
        }

        Assert.Equal([7, 6], given.Rows<int>("select number from note order by place"));
    }

    static Recorded About(Given given) => new()
    {
        Source = "owner",
        Seq = 1,
        Type = "test.noted.v1",
        Stream = "notes",
        Actor = "me",
        At = given.Clock.GetUtcNow(),
    };
}
