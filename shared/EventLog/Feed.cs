using System.Text;
using System.Text.Json;
using Dapper;
using Logistics.EventLog.Databases;
using Logistics.EventLog.Events;
using Microsoft.Extensions.Logging;

namespace Logistics.EventLog;

/// <summary>
/// Follows the log of another service. Applies each of its events exactly once and in order, in the same transaction that stores the position.
/// A segment is only a hint: the source's log keeps the events, so a segment that cannot be applied now is
/// dropped and requested again.
/// </summary>
public sealed class Feed
{
    static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(2);
    static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(1);

    static readonly TimeSpan HeardLately = TimeSpan.FromSeconds(10);

    /// <summary>Far longer than a segment without events can be in transit: the broker drops it after two seconds.</summary>
    static readonly TimeSpan NoLongerLate = TimeSpan.FromSeconds(10);

    readonly Log log;
    readonly string source;
    readonly Generations? fills;
    readonly ILogger<Feed> logger;
    DateTimeOffset askAgainAt = DateTimeOffset.MinValue;
    DateTimeOffset stalledUntil = DateTimeOffset.MinValue;
    DateTimeOffset? shorterSince;
    HashSet<long>? skipped;
    long ahead;
    long heard;
    long reached;
    long heardAt;
    long inStepAt;

    /// <param name="log">Log of the follower.</param>
    /// <param name="source">The service whose log is followed.</param>
    /// <param name="logger">Receives failures.</param>
    /// <param name="fills">Set for the feed that fills a new generation, which nobody reads yet; null for the feed that writes the current rows.</param>
    public Feed(Log log, string source, ILogger<Feed> logger, Generations? fills = null)
    {
        (this.log, this.source, this.logger, this.fills) = (log, source, logger, fills);
        heardAt = inStepAt = log.Clock.GetUtcNow().UtcTicks;
        if (fills is null)
            log.Measures.Follow(this);
    }

    public string Follower => log.Source;

    public string Source => source;

    /// <summary>Gets the number of known events of the source that have not been applied.</summary>
    public long Behind => Math.Max(0, Volatile.Read(ref heard) - Volatile.Read(ref reached));

    /// <summary>Gets how long the feed has been behind; zero if it is not.</summary>
    public TimeSpan Late => Behind == 0 ? TimeSpan.Zero : Since(ref inStepAt);

    /// <summary>Gets the number of applied events that the source no longer has because its database is older than this one.</summary>
    public long Ahead => Volatile.Read(ref ahead);

    /// <summary>Gets the time since the last message from the source, or since this process started listening.</summary>
    public TimeSpan Silent => Since(ref heardAt);

    /// <summary>
    /// Gets whether the source, which announces itself once a second, was heard of recently. Only one of several processes of a service hears it;
    /// the others hold outdated information about the feed.
    /// </summary>
    public bool IsHeard => Silent < HeardLately;

    string Stream => $"feed/{source}";

    string PositionTable => fills is null ? "position" : "filling_position";

    string StallTable => fills is null ? "stall" : "filling_stall";

    /// <summary>Applies as much of a segment as possible.</summary>
    /// <returns>The position from which to request a replay, or null if no replay is needed now.</returns>
    /// <remarks>Not thread-safe: call it for one segment at a time.</remarks>
    public async Task<long?> Receive(LogSegment segment)
    {
        if (fills is not null && !await IsFilling())
            return null;
        var now = log.Clock.GetUtcNow();
        Volatile.Write(ref heardAt, now.UtcTicks);
        Volatile.Write(ref heard, Math.Max(heard, segment.Last));
        if (now < stalledUntil)
        {
            if (await Waits())
                return null;
            stalledUntil = askAgainAt = DateTimeOffset.MinValue;
        }

        var origin = new Origin(log.Source, source);
        var (outcome, position, error) = await log.Write(origin, session => Apply(segment, segment.Last, session));
        Volatile.Write(ref reached, outcome == Outcome.Failed ? position - 1 : position);
        if (outcome == Outcome.Applied && fills is null)
            log.Positions.Move(source, position);
        if (Behind == 0)
            Volatile.Write(ref inStepAt, heardAt);
        if (outcome == Outcome.Ahead)
            Volatile.Write(ref ahead, position - segment.Last);
        else if (shorterSince is null)
            Volatile.Write(ref ahead, 0);
        if (outcome is Outcome.Failed or Outcome.Ahead)
        {
            // The events before the failed one stay applied; the stall is recorded with them.
            var failed = position;
            stalledUntil = now + await log.Write(origin, session => Stall(segment, failed, error!, session));
            if (fills is null && outcome == Outcome.Failed)
                log.Positions.Move(source, failed - 1);
            askAgainAt = stalledUntil;
            logger.LogError(error, "The feed of {Source} to {Follower} is stalled at {Seq}", source, Follower, failed);
            return null;
        }

        if (fills is not null && Behind == 0 && outcome != Outcome.Gap)
            await fills.Exchange(source, segment.Last);
        if (outcome == Outcome.Applied)
        {
            askAgainAt = DateTimeOffset.MinValue;
            if (!segment.More)
                return null;
        }
        else if (outcome == Outcome.Known || now < askAgainAt)
        {
            return null;
        }

        askAgainAt = now + AnswerTime;
        return position;
    }

    /// <summary>
    /// Retries the stalled event without further delay: the process that hears the source does so
    /// when the source next announces the end of its log.
    /// </summary>
    /// <returns>False if the feed is not stalled at that event.</returns>
    public bool Retry(Session session, long seq) =>
        session.Execute($"update {StallTable} set attempts = 0 where source = @source and seq = @seq", new { source, seq }) == 1;

    /// <summary>
    /// Skips the event at which this feed is stalled. Only an operator may decide this; the decision is recorded as an event in the follower's own log.
    /// </summary>
    /// <returns>False if the feed is not stalled at that event.</returns>
    public bool Skip(Session session, long seq, string reason)
    {
        var stalled = session.Find<(string Type, string Body)?>($"select type, body from {StallTable} where source = @source and seq = @seq", new { source, seq });
        var (position, hash) = Position(session);
        if (stalled is not { Body.Length: > 0 } || seq != position + 1)
            return false;
        session.Append(Stream, new EventSkipped(source, seq, stalled.Value.Type, reason));
        Move(seq, EventBody.Chain(hash, Encoding.UTF8.GetBytes(stalled.Value.Body)), session);
        session.Execute($"delete from {StallTable} where source = @source", new { source });
        return true;
    }

    /// <summary>Returns whether the stall is still in force: no operator has chosen to retry or skip the event.</summary>
    async Task<bool> Waits()
    {
        await using var connection = log.Database.Open();
        return await connection.ExecuteScalarAsync<long?>($"select attempts from {StallTable} where source = @source", new { source }) > 0;
    }

    TimeSpan Since(ref long ticks) => TimeSpan.FromTicks(log.Clock.GetUtcNow().UtcTicks - Volatile.Read(ref ticks));

    /// <summary>Checks whether any process of the service has started a generation that must be filled.</summary>
    async Task<bool> IsFilling()
    {
        await using var connection = log.Database.Open();
        return await connection.ExecuteScalarAsync<long>("select filling from generation") > 0;
    }

    (Outcome Outcome, long Seq, Exception? Error) Apply(LogSegment segment, long last, Session session)
    {
        var (shown, filling) = session.Find<(long, long)>("select shown, filling from generation");
        (session.Generation, session.IsFilling) = fills is null ? (shown, false) : (filling, true);
        var (position, hash) = Position(session);
        if (fills is not null && filling == 0)
            return (Outcome.Known, position, null);
        if (segment.First > position + 1)
            return (Outcome.Gap, position, null);
        if (segment.Last < position)
            return IsShorter(segment, session.Now) ? Failed(position, Lost(segment.Last, position), Outcome.Ahead) : (Outcome.Known, position, null);
        shorterSince = null;
        if (segment is { Events.Count: > 0 } && segment.Last == position)
            return (Outcome.Known, position, null);
        var chain = segment.PreviousHash;
        for (var seq = segment.First; seq <= last; seq++)
        {
            var body = segment.Events[(int)(seq - segment.First)];
            if (seq == position + 1 && !chain.AsSpan().SequenceEqual(hash))
                return Failed(seq, BrokenChain(seq));
            chain = EventBody.Chain(chain, body);
            if (seq <= position || (skipped ??= Skipped(session)).Contains(seq))
                continue;
            try
            {
                log.Reactions.Apply(body, session);
            }
            catch (Exception error) when (!log.Database.Dialect.LosesTransaction(error))
            {
                return Failed(seq, error);
            }
        }

        if (segment.Last == position && !chain.AsSpan().SequenceEqual(hash))
            return Failed(position, BrokenChain(position));
        if (segment.Last > position)
            Move(last, chain, session);
        session.Execute($"delete from {StallTable} where source = @source and seq <= @last", new { source, last });
        return (segment.Last > position ? Outcome.Applied : Outcome.Known, last, null);

        (Outcome, long, Exception?) Failed(long seq, Exception error, Outcome outcome = Outcome.Failed)
        {
            session.Abandon();
            return (outcome, seq, error);
        }
    }

    /// <summary>
    /// Handles a segment that ends before the position. It may be late or repeated, even without events, because it states where the log ended when
    /// it was sent. If nothing else arrives for a while, the log does end there.
    /// </summary>
    bool IsShorter(LogSegment segment, DateTimeOffset now) => segment.Events.Count == 0 && now - (shorterSince ??= now) >= NoLongerLate;

    TimeSpan Stall(LogSegment segment, long seq, Exception error, Session session)
    {
        if (seq > Position(session).Seq + 1)
            Apply(segment, seq - 1, session);
        // From here on a person in any process may add to the skipped events.
        skipped = null;
        var attempts = session.Find<int>($"select attempts from {StallTable} where source = @source and seq = @seq", new { source, seq }) + 1;
        var index = (int)(seq - segment.First);
        var body = index >= 0 && index < segment.Events.Count ? segment.Events[index] : [];
        session.Execute($"delete from {StallTable} where source = @source and seq <> @seq", new { source, seq });
        var row = new
        {
            source,
            seq,
            type = body.Length == 0 ? "" : EventBody.Read(body).About.Type,
            body = Encoding.UTF8.GetString(body),
            error = error.Message,
            attempts,
            since = session.Now,
        };
        if (session.Execute($"update {StallTable} set error = @error, attempts = @attempts where source = @source and seq = @seq", row) == 0)
            session.Execute($"insert into {StallTable} (source, seq, type, body, error, attempts, since) values (@source, @seq, @type, @body, @error, @attempts, @since)", row);
        var wait = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(attempts - 1, 10)));
        return wait < MaxWait ? wait : MaxWait;
    }

    /// <summary>Returns the events that operators have skipped. They stay skipped after a rebuild.</summary>
    HashSet<long> Skipped(Session session) =>
        [.. session.Query<byte[]>("select body from event where stream = @stream", new { stream = Stream })
            .Select(body => JsonSerializer.Deserialize<EventSkipped>(EventBody.Read(body).Data.Span, EventBody.Json)!.Seq)];

    (long Seq, byte[] Hash) Position(Session session) =>
        session.Find<(long, byte[])?>($"select seq, hash from {PositionTable} where source = @source", new { source }) ?? (0, new byte[32]);

    void Move(long seq, byte[] hash, Session session)
    {
        var row = new { source, seq, hash };
        if (session.Execute($"update {PositionTable} set seq = @seq, hash = @hash where source = @source", row) == 0)
            session.Execute($"insert into {PositionTable} (source, seq, hash) values (@source, @seq, @hash)", row);
    }

    InvalidDataException BrokenChain(long seq) =>
        new($"The hash chain of {source} does not continue at event {seq}: its log differs from what was followed before.");

    InvalidDataException Lost(long end, long position) =>
        new($"This is ahead of its source: the log of {source} ends at {end}, and its events up to {position} were applied here. It was restored from an older backup, or is another one.");

    enum Outcome
    {
        Applied,
        Known,
        Gap,
        Failed,
        Ahead,
    }
}
