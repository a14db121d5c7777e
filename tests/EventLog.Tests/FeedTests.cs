using System.Diagnostics.Metrics;
using FsCheck;
using FsCheck.Fluent;
using Logistics.EventLog.Databases;
using Logistics.EventLog.Events;
using Logistics.EventLog.Transport;
using Microsoft.Extensions.Logging.Abstractions;

namespace Logistics.EventLog.Tests;

public sealed class FeedTests
{
    /// <summary>How a segment of the log may meet its follower.</summary>
    public sealed record Delivery(int First, int Length, bool Beacon);

    [Fact]
    public async Task Whatever_arrives_every_event_is_applied_once_and_in_order()
    {
        using var owner = Given.AnOwner();
        await owner.Note([.. Enumerable.Range(1, 60)]);
        var deliveries =
            from first in Gen.Choose(1, 60)
            from length in Gen.Choose(1, 20)
            from beacon in Gen.Elements(false, false, false, true)
            select new Delivery(first, length, beacon);

        var property = Prop.ForAll(Arb.From(Gen.ListOf(deliveries)), arriving => Follows(owner, arriving).GetAwaiter().GetResult());
        property.Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    [Fact]
    public async Task An_event_that_cannot_be_applied_stalls_the_feed_there_and_keeps_what_came_before()
    {
        using var pair = await Pair.With(new Noted(1), new Noted(2), new Troubled(3), new Noted(4));
        pair.Follower.Trouble = new InvalidOperationException("Cannot.");

        Assert.Null(await pair.Receive());

        Assert.Equal([1, 2], pair.Notes);
        Assert.Equal((3, "test.troubled.v1", "Cannot.", 1), pair.Follower.Rows<(long, string, string, int)>("select seq, type, error, attempts from stall").Single());
    }

    [Fact]
    public async Task A_feed_knows_how_far_and_how_long_it_is_behind_and_since_when_it_has_heard_nothing()
    {
        using var pair = await Pair.With(new Noted(1), new Troubled(2), new Noted(3));
        pair.Follower.Trouble = new InvalidOperationException("Cannot.");
        await pair.Receive();
        pair.Follower.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal((2, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30)), (pair.Feed.Behind, pair.Feed.Late, pair.Feed.Silent));

        pair.Follower.Trouble = null;
        await pair.Receive();
        Assert.Equal((0, TimeSpan.Zero, TimeSpan.Zero), (pair.Feed.Behind, pair.Feed.Late, pair.Feed.Silent));
    }

    [Fact]
    public void Of_a_feed_that_another_process_hears_only_the_silence_is_measured()
    {
        using var follower = Given.AFollower();
        const string Source = "heard by another";
        _ = new Feed(follower.Log, Source, NullLogger<Feed>.Instance);
        Assert.Equal(["logistics.feed.ahead", "logistics.feed.lag", "logistics.feed.lag.duration", "logistics.feed.silence"], Measured(Source));

        follower.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(["logistics.feed.silence"], Measured(Source));
    }

    [Fact]
    public async Task A_stalled_feed_tries_again_later_and_later()
    {
        using var pair = await Pair.With(new Troubled(1));
        pair.Follower.Trouble = new InvalidOperationException("Cannot.");
        var waits = new List<int>();
        await pair.Receive();

        for (var attempt = 1; attempt <= 9; attempt++)
        {
            var seconds = 0;
            while (pair.Attempts == attempt)
            {
                pair.Follower.Clock.Advance(TimeSpan.FromSeconds(1));
                seconds++;
                await pair.Receive();
            }

            waits.Add(seconds);
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60, 60], waits);
    }

    [Fact]
    public async Task A_stalled_feed_goes_on_when_the_cause_is_gone()
    {
        using var pair = await Pair.With(new Noted(1), new Troubled(2), new Noted(3));
        pair.Follower.Trouble = new InvalidOperationException("Cannot.");
        await pair.Receive();

        pair.Follower.Trouble = null;
        pair.Follower.Clock.Advance(TimeSpan.FromMinutes(1));
        await pair.Receive();

        Assert.Equal([1, 2, 3], pair.Notes);
        Assert.Empty(pair.Follower.Rows<long>("select seq from stall"));
    }

    [Fact]
    public async Task A_person_can_have_it_tried_again_at_once()
    {
        using var pair = await Pair.With(new Noted(1), new Troubled(2), new Noted(3));
        pair.Follower.Trouble = new InvalidOperationException("Cannot.");
        await pair.Receive();
        pair.Follower.Trouble = null;
        await pair.Receive();
        Assert.Equal([1], pair.Notes);

        Assert.False(await pair.Retry(1));
        Assert.True(await pair.Retry(2));
        await pair.Receive();

        Assert.Equal([1, 2, 3], pair.Notes);
        Assert.False(await pair.Retry(2));
    }

    [Fact]
    public async Task A_person_can_skip_the_event_at_which_a_feed_is_stalled_and_that_is_recorded()
    {
        using var pair = await Pair.With(new Noted(1), new Troubled(2), new Noted(3));
        pair.Follower.Trouble = new InvalidOperationException("Cannot.");
        await pair.Receive();

        Assert.False(await pair.Skip(1, "Not this."));
        Assert.False(await pair.Skip(3, "Nor this."));
        Assert.True(await pair.Skip(2, "Written by mistake."));
        Assert.False(await pair.Skip(2, "Again."));
        await pair.Receive();

        Assert.Equal([1, 3], pair.Notes);
        Assert.Equal("feed.event-skipped.v1", pair.Follower.Rows<string>("select type from event").Single());
        Assert.Empty(pair.Follower.Rows<long>("select seq from stall"));
    }

    [Fact]
    public async Task What_was_skipped_stays_skipped_when_the_tables_are_rebuilt()
    {
        using var pair = await Pair.With(new Noted(1), new Troubled(2), new Noted(3));
        pair.Follower.Trouble = new InvalidOperationException("Cannot.");
        await pair.Receive();
        await pair.Skip(2, "Written by mistake.");
        await pair.Receive();

        await pair.Follower.Log.Rebuild();
        Assert.Empty(pair.Notes);
        await pair.Receive();
        Assert.Equal([1, 3], pair.Notes);

        await pair.Follower.Log.Rebuild();
        await new Feed(pair.Follower.Log, "owner", NullLogger<Feed>.Instance).Receive(await pair.Owner.Log.ReadSegment(0));
        Assert.Equal([1, 3], pair.Notes);
        Assert.Equal(1, pair.Follower.Log.Head);
    }

    [Fact]
    public async Task A_log_that_differs_from_what_was_followed_stalls_the_feed()
    {
        using var pair = await Pair.With(new Noted(1), new Noted(2), new Noted(3));
        await pair.Receive();
        using var other = Given.AnOwner();
        await other.Note(1, 2, 30, 4);

        await pair.Feed.Receive(await other.Log.ReadSegment(0));

        Assert.Equal([1, 2, 3], pair.Notes);
        Assert.Contains("hash chain", pair.Follower.Rows<string>("select error from stall").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_whose_source_has_lost_events_says_so_and_goes_on_when_they_are_back()
    {
        using var pair = await Pair.With(new Noted(1), new Noted(2), new Noted(3));
        await pair.Receive();
        var whole = await pair.Owner.Log.ReadSegment(3);
        var shorter = await pair.Owner.Log.ReadSegment(1) with { Events = [] };

        await pair.Feed.Receive(shorter);
        pair.Follower.Clock.Advance(TimeSpan.FromSeconds(11));
        await pair.Feed.Receive(shorter);

        Assert.Equal((2, 0), (pair.Feed.Ahead, pair.Feed.Behind));
        var (seq, error) = pair.Follower.Rows<(long, string)>("select seq, error from stall").Single();
        Assert.Equal(3, seq);
        Assert.StartsWith("This is ahead of its source: the log of owner ends at 1, and its events up to 3 were applied here.", error, StringComparison.Ordinal);
        Assert.False(await pair.Skip(3, "Not by skipping."));

        pair.Follower.Clock.Advance(TimeSpan.FromMinutes(1));
        await pair.Feed.Receive(whole);

        Assert.Equal(0, pair.Feed.Ahead);
        Assert.Empty(pair.Follower.Rows<long>("select seq from stall"));
    }

    [Fact]
    public async Task A_segment_that_is_late_or_repeated_is_no_sign_of_a_loss()
    {
        using var pair = await Pair.With(new Noted(1), new Noted(2), new Noted(3));
        await pair.Receive();
        var whole = await pair.Owner.Log.ReadSegment(3);
        var repeated = await pair.Owner.Log.ReadSegment(0) with { Events = (await pair.Owner.Log.ReadSegment(0)).Events.Take(2).ToList() };
        var late = await pair.Owner.Log.ReadSegment(1) with { Events = [] };

        for (var second = 0; second < 60; second++)
        {
            await pair.Feed.Receive(second % 9 == 0 ? whole : late);
            await pair.Feed.Receive(repeated);
            pair.Follower.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(0, pair.Feed.Ahead);
        Assert.Empty(pair.Follower.Rows<long>("select seq from stall"));
    }

    [Fact]
    public async Task An_event_of_a_newer_program_is_passed_over()
    {
        using var pair = await Pair.With(new Noted(1));
        var blind = new Reactions(new EventCatalog([]));
        blind.On<Noted>("owner", (_, _) => Assert.Fail("It knows no such event."));
        using var log = new Log("follower", pair.Follower.Database, blind, pair.Follower.Clock, NullLogger<Log>.Instance);

        Assert.Null(await new Feed(log, "owner", NullLogger<Feed>.Instance).Receive(await pair.Owner.Log.ReadSegment(0)));

        Assert.Equal(1, pair.Position);
    }

    [Fact]
    public async Task A_gap_is_asked_for_once_and_again_when_nobody_answers()
    {
        using var pair = await Pair.With(new Noted(1), new Noted(2));
        var beacon = await pair.Owner.Log.ReadSegment(2);

        Assert.Equal(0, await pair.Feed.Receive(beacon));
        Assert.Null(await pair.Feed.Receive(beacon));
        pair.Follower.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(0, await pair.Feed.Receive(beacon));
        Assert.Null(await pair.Feed.Receive(await pair.Owner.Log.ReadSegment(0)));
        Assert.Null(await pair.Feed.Receive(beacon));
        Assert.Equal([1, 2], pair.Notes);
    }

    [Fact]
    public async Task The_end_of_a_replay_window_asks_for_the_next()
    {
        using var pair = await Pair.With(new Noted(1), new Noted(2));
        var all = await pair.Owner.Log.ReadSegment(0);

        Assert.Equal(1, await pair.Feed.Receive(all with { Events = [all.Events[0]], More = true }));
    }

    static async Task<bool> Follows(Given owner, IEnumerable<Delivery> arriving)
    {
        using var follower = Given.AFollower();
        var feed = new Feed(follower.Log, "owner", NullLogger<Feed>.Instance);
        foreach (var delivery in arriving)
        {
            // Every other request for a replay is lost.
            var asked = await feed.Receive(await Cut(owner, delivery));
            if (delivery.First % 2 == 0)
                await Replay(owner, feed, asked);
        }

        // The relay says where the log ends, again and again; that alone must bring everything.
        follower.Clock.Advance(TimeSpan.FromSeconds(2));
        await Replay(owner, feed, await feed.Receive(await owner.Log.ReadSegment(owner.Log.Head)));
        return follower.Rows<int>("select number from note order by place").SequenceEqual(Enumerable.Range(1, 60))
            && follower.Rows<long>("select seq from position").Single() == owner.Log.Head;
    }

    /// <summary>Answers a request as the owner does, in windows of two short segments.</summary>
    static async Task Replay(Given owner, Feed feed, long? after)
    {
        while (after is { } position)
        {
            after = null;
            for (var sent = 1; sent <= 2 && position < owner.Log.Head; sent++)
            {
                var segment = await Cut(owner, new Delivery((int)position + 1, 15, Beacon: false));
                position = segment.Last;
                after = await feed.Receive(segment with { More = sent == 2 });
            }
        }
    }

    static async Task<LogSegment> Cut(Given owner, Delivery delivery)
    {
        var segment = await owner.Log.ReadSegment(delivery.First - 1);
        return segment with { Events = delivery.Beacon ? [] : [.. segment.Events.Take(delivery.Length)] };
    }

    /// <summary>The gauges that say something of the feeds from a source, which no other test may use: every log of the process is heard.</summary>
    static SortedSet<string> Measured(string source)
    {
        var measured = new SortedSet<string>(StringComparer.Ordinal);
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Measures.MeterName)
                listener.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Note(instrument, tags));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Note(instrument, tags));
        listener.Start();
        listener.RecordObservableInstruments();
        return measured;

        void Note(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            foreach (var (_, value) in tags)
            {
                if (Equals(value, source))
                    measured.Add(instrument.Name);
            }
        }
    }

    /// <summary>An owner with a log, and a follower that has seen nothing of it.</summary>
    sealed class Pair : IDisposable
    {
        Pair() => Feed = new Feed(Follower.Log, "owner", NullLogger<Feed>.Instance);

        public Given Owner { get; } = Given.AnOwner();

        public Given Follower { get; } = Given.AFollower();

        public Feed Feed { get; }

        /// <summary>The one that hears the source is not always the one that a person reaches.</summary>
        Feed OfAnotherProcess => field ??= new Feed(Follower.Log, "owner", NullLogger<Feed>.Instance);

        public List<int> Notes => Follower.Rows<int>("select number from note order by place");

        public long Position => Follower.Rows<long>("select seq from position").Single();

        public int Attempts => Follower.Rows<int>("select attempts from stall").Single();

        public static async Task<Pair> With(params object[] events)
        {
            var pair = new Pair();
            await pair.Owner.Log.Write(Given.Me, session =>
            {
                session.Append("notes", events);
                return 0;
            });
            return pair;
        }

        public Task<bool> Skip(long seq, string reason) => Follower.Log.Write(Given.Me, session => OfAnotherProcess.Skip(session, seq, reason));

        public Task<bool> Retry(long seq) => Follower.Log.Write(Given.Me, session => OfAnotherProcess.Retry(session, seq));

        public async Task<long?> Receive() => await Feed.Receive(await Owner.Log.ReadSegment(0));

        public void Dispose()
        {
            Follower.Dispose();
            Owner.Dispose();
        }
    }
}
