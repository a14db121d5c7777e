using System.Globalization;
using System.Text.Json;
using Logistics.EventLog;
using Logistics.Hosting.Access;
using Microsoft.AspNetCore.Http;

namespace Logistics.Hosting.Commands;

/// <summary>What every service shows of its own log: how far it is, whether it is whole, and who did what.</summary>
static class Logs
{
    /// <param name="Source">The service that owns the log.</param>
    /// <param name="Head">The last sequence number.</param>
    /// <param name="Hash">The end of the hash chain, in lower-case hexadecimal digits.</param>
    /// <param name="Events">Rows that are there; the same as <paramref name="Head"/> unless some were taken away.</param>
    /// <param name="Checking">A check that is under way.</param>
    /// <param name="Checked">The last check that was carried to its end.</param>
    /// <param name="Failure">Why the check after that was not.</param>
    public sealed record State(string Source, long Head, string Hash, long Events, Verification.Check? Checking, Check? Checked, string? Failure);

    /// <param name="By">The account that asked for it.</param>
    /// <param name="At">When it ended.</param>
    /// <param name="UpTo">Sequence number of the last event that was checked.</param>
    /// <param name="Bytes">Bytes of the bodies.</param>
    /// <param name="BrokenAt">The first event that does not follow from what is before it; null where the log was whole.</param>
    public sealed record Check(string By, DateTimeOffset At, long UpTo, long Bytes, long? BrokenAt);

    public sealed record Start;

    public sealed record Started(long UpTo);

    /// <param name="Events">Newest first.</param>
    /// <param name="Before">Asks for the next page; null where there is none.</param>
    public sealed record Page(IReadOnlyList<Entry> Events, long? Before);

    /// <param name="Command">The idempotency key of the command, or for a reaction <c>source/seq</c> of its cause.</param>
    /// <param name="Reason">What the person gave as a reason, where it is an event that has one.</param>
    public sealed record Entry(string Source, long Seq, string Type, string Stream, string Actor, DateTimeOffset At, string Command, string? Reason);

    public static void Map(ServiceDefinition service, Log log, Verification verification) => service
        .Get("/log", query => Describe(query, log, verification), Role.Auditor, Role.Admin)
        .Post<Start>("/log/verifications", (_, command) => Begin(command, verification), Role.Auditor, Role.Admin)
        .Get("/log/events", List, Role.Auditor, Role.Admin)
        .Get("/log/events/{seq:long}", Show, Role.Auditor, Role.Admin);

    static State Describe(Query query, Log log, Verification verification)
    {
        // The log grows meanwhile: what is read later covers what was read before.
        var last = query.Rows<byte[]>("select body from event where stream = @Stream order by version desc" + log.Database.Dialect.First(1), new { LogVerified.Stream })
            .Select(body =>
            {
                var (about, data) = EventBody.Read(body);
                var verified = JsonSerializer.Deserialize<LogVerified>(data.Span, EventBody.Json)!;
                return new Check(about.Actor, about.At, verified.UpTo, verified.Bytes, verified.BrokenAt);
            })
            .FirstOrDefault();
        var (head, hash) = query.Find<(long, byte[])>("select seq, hash from log_head");
        var events = query.Find<long>("select count(*) from event where seq <= @head", new { head });
        return new State(log.Source, head, Convert.ToHexStringLower(hash), events, verification.Running, last, verification.Failure);
    }

    static Answer Begin(Command command, Verification verification)
    {
        var origin = command.Session.Origin;
        command.Session.AfterCommit(() => verification.Start(origin));
        return Answer.Ok(new Started(command.Session.Head));
    }

    /// <summary>
    /// <c>?actor=</c> an account, <c>?about=</c> a stream or the code after its slash, <c>?before=</c> a sequence number; newest first.
    /// </summary>
    static Page List(Query query)
    {
        var about = query.Text("about");
        var row = new
        {
            before = long.TryParse(query.Text("before"), NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : long.MaxValue,
            actor = query.Text("actor"),
            about,
            ending = about is null ? null : $"%/{Query.Literally(about)}",
        };
        var bodies = query.Page<(long Seq, string Command, byte[] Body)>(
            $"""
            select seq, command_id, body
            from event
            where seq < @before
            {(row.actor is null ? "" : "and actor = @actor")}
            {(about is null ? "" : @"and (stream = @about or lower(stream) like lower(@ending) escape '\')")}
            order by seq desc
            """,
            row);
        return new Page(
            [
                .. bodies.Select(one =>
                {
                    var (recorded, data) = EventBody.Read(one.Body);
                    return new Entry(recorded.Source, one.Seq, recorded.Type, recorded.Stream, recorded.Actor, recorded.At, one.Command, ReasonIn(data));
                }),
            ],
            bodies.Count > 0 && bodies[^1].Seq > 1 ? bodies[^1].Seq : null);
    }

    static IResult? Show(Query query) =>
        query.Find<byte[]>("select body from event where seq = @seq", new { seq = long.Parse(query.RouteText("seq"), CultureInfo.InvariantCulture) }) is { } body
            ? Results.Bytes(body, "application/json")
            : null;

    static string? ReasonIn(ReadOnlyMemory<byte> data)
    {
        var json = new Utf8JsonReader(data.Span);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isReason = json.ValueSpan.SequenceEqual("reason"u8);
            json.Read();
            if (isReason)
                return json.TokenType == JsonTokenType.String ? json.GetString() : null;
            json.Skip();
        }

        return null;
    }
}
