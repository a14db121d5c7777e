using System.Globalization;
using System.Text.Json;
using Logistics.Client;
using Logistics.EventLog;
using Logistics.EventLog.Databases;
using Logistics.EventLog.Events;
using Logistics.Hosting.Access;
using Microsoft.AspNetCore.Http;

namespace Logistics.Hosting.Commands;

/// <summary>Routes of every service that show its own log: its length, its integrity and its entries.</summary>
static class Logs
{
    public static void Map(ServiceDefinition service, Log log, Verification verification) => service
        .Get(ServiceRoutes.GetLog(service.Name), (_, query) => Describe(query, log, verification), Roles.Oversight)
        .Post(ServiceRoutes.VerifyLog(service.Name), (_, command) => Begin(command, verification), Roles.Oversight)
        .Get(ServiceRoutes.ListEvents(service.Name), List, Roles.Oversight)
        .Get(ServiceRoutes.GetEvent(service.Name), (_, query) => Show(query), Roles.Oversight);

    static LogState Describe(Query query, Log log, Verification verification)
    {
        // The log may grow meanwhile; later reads cover everything that was read before.
        var last = query.Rows<byte[]>("select body from event where stream = @Stream order by version desc" + log.Database.Dialect.First(1), new { LogVerified.Stream })
            .Select(body =>
            {
                var (about, data) = EventBody.Read(body);
                var verified = JsonSerializer.Deserialize<LogVerified>(data.Span, EventBody.Json)!;
                return new LogCheck(about.Actor, about.At, verified.UpTo, verified.Bytes, verified.BrokenAt);
            })
            .FirstOrDefault();
        var (head, hash) = query.Find<(long, byte[])>("select seq, hash from log_head");
        var events = query.Find<long>("select count(*) from event where seq <= @head", new { head });
        var running = verification.Running is { } check ? new LogCheckUnderWay(check.By, check.Since, check.Of, check.Reached) : null;
        return new LogState(log.Source, head, Convert.ToHexStringLower(hash), events, running, last, verification.Failure);
    }

    static Answer<LogCheckStarted> Begin(Command command, Verification verification)
    {
        var origin = command.Session.Origin;
        command.Session.AfterCommit(() => verification.Start(origin));
        return Answer.Ok(new LogCheckStarted(command.Session.Head));
    }

    static LogPage List(ListEventsQuery asked, Query query)
    {
        var row = new
        {
            before = asked.Before ?? long.MaxValue,
            actor = asked.Actor,
            about = asked.About,
            ending = asked.About is null ? null : $"%/{Query.Literally(asked.About)}",
        };
        var bodies = query.Page<(long Seq, string Command, byte[] Body)>(
            $"""
            select seq, command_id, body
            from event
            where seq < @before
            {(row.actor is null ? "" : "and actor = @actor")}
            {(asked.About is null ? "" : @"and (stream = @about or lower(stream) like lower(@ending) escape '\')")}
            order by seq desc
            """,
            row);
        return new LogPage(
            [
                .. bodies.Select(one =>
                {
                    var (recorded, data) = EventBody.Read(one.Body);
                    return new LogEntry(recorded.Source, one.Seq, recorded.Type, recorded.Stream, recorded.Actor, recorded.At, one.Command, ReasonIn(data));
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
