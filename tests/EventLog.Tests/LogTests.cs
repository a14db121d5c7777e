using System.Reflection;
using System.Text;
using System.Text.Json;
using Dapper;
using Logistics.EventLog.Databases;
using Logistics.EventLog.Events;
using Logistics.Testing;

namespace Logistics.EventLog.Tests;

public sealed class LogTests
{
    [Fact]
    public async Task A_changed_letter_is_found()
    {
        using var given = Given.AnOwner();
        await given.Note(1, 2, 3, 4, 5);

        given.Database.Change(3, "\"number\":3", "\"number\":4");

        Assert.Equal(3, await given.Log.FindBrokenLink());
    }

    [Theory]
    [InlineData("update event set hash = (select hash from event where seq = 1) where seq = 2", 2)]
    [InlineData("delete from event where seq = 1", 1)]
    [InlineData("delete from event where seq = 3", 3)]
    [InlineData("delete from event where seq = 5", 5)]
    [InlineData("delete from event", 1)]
    public async Task Tampering_is_found_where_it_was_done(string tampering, long seq)
    {
        using var given = Given.AnOwner();
        await given.Note(1, 2, 3, 4, 5);
        Assert.Null(await given.Log.FindBrokenLink());

        Assert.NotEqual(0, given.Run(tampering));

        Assert.Equal(seq, await given.Log.FindBrokenLink());
    }

    [Fact]
    public async Task Segments_hold_all_events_once_within_their_limits()
    {
        using var given = Given.AnOwner();
        await given.Log.Write(Given.Me, session =>
        {
            for (var i = 1; i <= 1200; i++)
                session.Append("notes", new Noted(i, i % 100 == 0 ? new string('x', 100_000) : null));
            return 0;
        });

        long after = 0;
        var events = 0;
        while (await given.Log.ReadSegment(after) is { Events.Count: > 0 } segment)
        {
            Assert.Equal(after + 1, segment.First);
            Assert.InRange(segment.Events.Count, 1, LogSegment.MaxEvents);
            Assert.InRange(segment.Events.Take(segment.Events.Count - 1).Sum(body => body.Length), 0, LogSegment.MaxBytes);
            events += segment.Events.Count;
            after = segment.Last;
        }

        Assert.Equal(1200, events);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => given.Log.ReadSegment(1201));
    }

    [Fact]
    public async Task A_rebuild_writes_the_tables_anew_from_the_log()
    {
        using var given = Given.AnOwner();
        await given.Note(1, 2, 3);
        given.Run("update note set number = 9");

        await given.Log.Rebuild();

        Assert.Equal([1, 2, 3], given.Rows<int>("select number from note order by place"));
        Assert.Equal(3, given.Log.Head);
    }

    [Fact]
    public async Task A_rebuild_leaves_a_table_that_is_kept()
    {
        using var given = Given.AnOwner();
        given.Run("create table picture (number bigint not null)");
        given.Run("insert into picture (number) values (1)");

        await given.Log.Rebuild();
        Assert.Empty(given.Rows<int>("select number from picture"));

        given.Run("insert into picture (number) values (2)");
        given.Reactions.Keep("picture");
        await given.Log.Rebuild();
        Assert.Equal([2], given.Rows<int>("select number from picture"));
    }

    [Fact]
    public async Task Scripts_run_once_however_many_start_at_once()
    {
        using var folder = new TemporaryFolder();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
            () => folder.Database("new").Migrate(TimeProvider.System, typeof(Log).Assembly, Assembly.GetExecutingAssembly()),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));

        var database = folder.Database("new");
        using var connection = database.Open();
        Assert.Equal(
            new[] { typeof(Log).Assembly, Assembly.GetExecutingAssembly() }
                .SelectMany(assembly => assembly.GetManifestResourceNames())
                .Where(name => name.Contains($".Migrations.{database.Dialect.Scripts}0", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
            connection.Query<string>("select name from migration where name <> '' order by name"));
        Assert.Equal(1, connection.ExecuteScalar<long>("select count(*) from log_head"));
    }

    [Fact]
    public void A_body_is_a_CloudEvent_and_reads_back_as_it_was_written()
    {
        var about = new Recorded
        {
            Source = "owner",
            Seq = 42,
            Type = "test.noted.v1",
            Stream = "notes/「一」",
            Actor = "me",
            At = new DateTimeOffset(2020, 5, 12, 2, 35, 0, 123, TimeSpan.FromHours(9)),
            TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        };

        var body = EventBody.Write(about, "key", new Noted(7, "マスク"));
        var (read, data) = EventBody.Read(body);

        Assert.Equal(about, read);
        Assert.Equal(new Noted(7, "マスク"), JsonSerializer.Deserialize<Noted>(data.Span, EventBody.Json));
        using var json = JsonDocument.Parse(body);
        Assert.Equal(
            ["specversion", "id", "source", "type", "subject", "time", "sequence", "actor", "commandid", "traceparent", "datacontenttype", "data"],
            json.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.All(json.RootElement.EnumerateObject(), member => Assert.Matches("^[a-z0-9]{1,20}$", member.Name));
        Assert.Equal("1.0", json.RootElement.GetProperty("specversion").GetString());
    }

    [Fact]
    public void What_a_newer_program_adds_is_passed_over_wherever_it_stands()
    {
        var body = Encoding.UTF8.GetBytes(
            """
            {"data":{"number":7,"added":{"x":[1]}},"new":{"a":[{"b":1}]},"sequence":"3","source":"owner","type":"test.noted.v1",
             "subject":"notes","time":"2020-05-08T00:00:00+00:00","actor":"me","list":[1,2],"nothing":null}
            """);

        var (about, data) = EventBody.Read(body);

        Assert.Equal(("owner", 3, "notes"), (about.Source, about.Seq, about.Stream));
        Assert.Equal(new Noted(7), JsonSerializer.Deserialize<Noted>(data.Span, EventBody.Json));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"source\":\"owner\",\"type\":\"x\"")]
    public void What_is_no_event_is_an_error_and_no_crash(string text) =>
        Assert.ThrowsAny<JsonException>(() => EventBody.Read(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void What_may_be_null_need_not_be_there_and_what_may_not_must()
    {
        Assert.Equal(new Optional(1, null, null, "a"), JsonSerializer.Deserialize<Optional>("""{"number":1,"must":"a"}""", EventBody.Json));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Optional>("""{"number":1}""", EventBody.Json));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Optional>("""{"must":"a"}""", EventBody.Json));
    }

    sealed record Optional(int Number, int? Maybe, string? Text, string Must);
}
