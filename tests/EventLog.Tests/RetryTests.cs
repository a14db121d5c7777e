using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Logistics.EventLog.Tests;

public sealed class RetryTests
{
    readonly FailingDatabase database = new();

    [Fact]
    public async Task What_was_not_committed_is_done_again()
    {
        using var given = Given.AnOwner(database);
        database.LoseBefore();
        database.LoseBefore();

        await NotesAreWrittenOnce(given);
    }

    [Fact]
    public async Task What_was_committed_although_nobody_was_told_is_not_done_again()
    {
        using var given = Given.AnOwner(database);
        database.LoseAfter();
        database.LoseBefore();

        await NotesAreWrittenOnce(given);
    }

    [Fact]
    public async Task Nor_when_another_process_has_written_since()
    {
        using var given = Given.AnOwner(database);
        using var twin = given.Twin();
        database.LoseAfter(() => twin.Note(100).Wait());

        Assert.Equal(1, await given.Note(1));

        Assert.Equal([1, 100], given.Rows<int>("select number from note order by place"));
        Assert.Equal(2, given.Log.Head);
        Assert.Equal(3, await given.Note(2));
        Assert.Null(await given.Log.FindBrokenLink());
    }

    [Fact]
    public async Task A_segment_whose_commit_nobody_was_told_of_is_applied_once()
    {
        using var owner = Given.AnOwner();
        using var follower = Given.AFollower(database);
        var feed = new Feed(follower.Log, "owner", NullLogger<Feed>.Instance);
        await owner.Note(1, 2, 3);
        database.LoseAfter();

        await feed.Receive(await owner.Log.ReadSegment(0));
        Assert.Null(await feed.Receive(await owner.Log.ReadSegment(3)));

        Assert.Equal([1, 2, 3], follower.Rows<int>("select number from note order by place"));
    }

    [Fact]
    public async Task Who_comes_while_the_database_is_away_waits_for_it()
    {
        using var given = Given.AnOwner(database);
        await given.Note(1);

        database.Unreachable = 2;

        Assert.Equal([1], given.Rows<int>("select number from note"));
        Assert.Equal(-1, database.Unreachable);
    }

    [Fact]
    public async Task Only_so_often_and_then_the_caller_is_told()
    {
        using var given = Given.AnOwner(database);
        for (var attempt = 0; attempt < 6; attempt++)
            database.LoseBefore();

        await Assert.ThrowsAsync<SqliteException>(() => given.Note(1));

        Assert.Equal(1, await given.Note(2));
        Assert.Equal([2], given.Rows<int>("select number from note"));
    }

    static async Task NotesAreWrittenOnce(Given given)
    {
        var answers = await Task.WhenAll(given.Note(1), given.Note(2), given.Note(3));

        Assert.Equal([1L, 2, 3], answers);
        Assert.Equal([1, 2, 3], given.Rows<int>("select number from note order by place"));
        Assert.Null(await given.Log.FindBrokenLink());
    }
}
