using System.Data.Common;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Logistics.Client;
using Logistics.Contracts.Syntax;
using Logistics.EventLog;
using Logistics.EventLog.Databases;
using Logistics.EventLog.Events;
using Logistics.Hosting.Access;
using Logistics.Hosting.Refusals;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Logistics.Hosting.Commands;

/// <summary>The HTTP side of a service: authenticates callers, reads requests and repeats the first answer to a repeated command.</summary>
sealed class Endpoints(ServiceDefinition service, Log log, Tokens tokens, Problems problems)
{
    const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>Maximum time for which an answer waits for the positions that it must include.</summary>
    static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(2);

    public void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/" + service.Name).WithGroupName(service.Name).WithTags(service.Name);
        foreach (var route in service.Commands)
        {
            var post = group.MapPost(route.Route, Task<IResult> (HttpContext context) => Post(route, context))
                .WithMetadata(new AcceptsMetadata([.. route.Accepts, "*/*"], route.Request, isOptional: true));
            Describe(post, route.Describes, [200, 201]);
        }

        foreach (var route in service.Queries)
            Describe(group.MapGet(route.Route, Task<IResult> (HttpContext context) => Ask(route, context)), route.Describes, [200]);
    }

    static void Describe(RouteHandlerBuilder endpoint, OperationDescription? described, int[] statuses)
    {
        if (described is null)
            return;
        endpoint.WithMetadata(described);
        foreach (var status in statuses)
            endpoint.WithMetadata(new ProducesResponseTypeMetadata(status, described.Answer ?? typeof(void), described.Answer is null ? [.. described.Files] : ["application/json"]));
    }

    async Task<IResult> Post(CommandRoute route, HttpContext context)
    {
        var began = Stopwatch.GetTimestamp();
        var outcome = await Carry(route, context);
        log.Measures.Command(route.Route, outcome.Refusal?.Code, Stopwatch.GetElapsedTime(began));
        if (outcome.Answer is not { } answer)
            return problems.Of(outcome.Refusal!, context.Request);
        context.Response.Headers[LogPosition.Header] = new LogPosition(service.Name, answer.Seq).ToString();
        return Results.Text(answer.Text, "application/json", Encoding.UTF8, answer.Status);
    }

    internal async Task<Outcome> Carry(CommandRoute route, HttpContext context)
    {
        var request = context.Request;
        try
        {
            if (await CallerOf(request) is not { } caller)
                return new Refusal("token-required");
            if (!route.Roles.Contains(caller.Role))
                return new Refusal("not-found");
            if (request.Headers["Idempotency-Key"].ToString().Trim() is not { Length: > 0 and <= 100 } key)
                return new Refusal("idempotency-key-required");
            var body = await Body(context);
            if (body is null)
                return new Refusal("too-large", ("limit", MaxBytes));
            var handle = route.Read(body, request.Query["fileName"] is [{ Length: > 0 } name] ? Code.Normalise(name) : null);
            var fingerprint = Fingerprint(request, body);
            var origin = new Origin(caller.Account, key, Activity.Current?.Id);
            return await log.Write(origin, session =>
                Earlier(session, caller, key, fingerprint) ?? First(session, handle(new Command(session, caller, request)), caller, key, fingerprint));
        }
        catch (RequestFault fault)
        {
            return fault.Refusal;
        }
        catch (CodeFaultException fault)
        {
            return (Refusal)fault.Fault;
        }
        catch (DbException error) when (log.Database.Dialect.LosesTransaction(error))
        {
            return new Refusal("storage-unavailable");
        }
    }

    internal async Task<IResult> Ask(QueryRoute route, HttpContext context)
    {
        var caller = await CallerOf(context.Request);
        if (route.Roles.Length > 0)
        {
            if (caller is null)
                return problems.Of(new Refusal("token-required"), context.Request);
            if (!route.Roles.Contains(caller.Role))
                return problems.Of(new Refusal("not-found"), context.Request);
        }

        try
        {
            var behind = await Behind(context.Request, context.RequestAborted);
            if (behind.Count > 0)
                context.Response.Headers[LogPosition.BehindHeader] = string.Join(", ", behind);
            var (connection, answer) = log.Database.Retries.Execute(() => Find(route, caller, context.Request));
            await using var open = connection;
            switch (answer)
            {
                case null:
                    return problems.Of(new Refusal("not-found"), context.Request);
                case IResult result:
                    // Executed here, while the connection from which it reads its rows is open.
                    await result.ExecuteAsync(context);
                    return Results.Empty;
                case var body:
                    return Results.Json(body, EventBody.Json);
            }
        }
        catch (CodeFaultException fault)
        {
            return problems.Of(fault.Fault, context.Request);
        }
        catch (DbException error) when (!context.Response.HasStarted && log.Database.Dialect.LosesTransaction(error))
        {
            return problems.Of(new Refusal("storage-unavailable"), context.Request);
        }
    }

    /// <summary>Waits until the tables include the positions that a query names. Logs that this service does not follow do not affect its answers.</summary>
    /// <returns>The logs whose positions were not reached in time.</returns>
    /// <exception cref="CodeFaultException"><c>log-position-format</c>.</exception>
    async Task<IReadOnlyList<string>> Behind(HttpRequest request, CancellationToken cancel)
    {
        var asked = request.Headers[LogPosition.Header].SelectMany(values => values!.Split(','))
            .Select(text => LogPosition.TryParse(text.Trim(), out var position) ? position : throw new CodeFaultException(new CodeFault("log-position-format", ("value", text))))
            .Where(position => service.Sources.Contains(position.Source, StringComparer.Ordinal))
            .ToList();
        if (asked.TrueForAll(IsReached))
            return [];
        // Another process of this service may have applied the events.
        log.Positions.Look();
        await Task.WhenAll(asked.Select(position => log.Positions.Reach(position.Source, position.Seq, MaxWait, cancel)));
        if (!asked.TrueForAll(IsReached))
            log.Positions.Look();
        return [.. asked.Where(position => !IsReached(position)).Select(position => position.Source)];

        bool IsReached(LogPosition position) => log.Positions.Reached.GetValueOrDefault(position.Source) >= position.Seq;
    }

    /// <returns>The answer and its connection, from which the answer may still read while it is written.</returns>
    (DbConnection Connection, object? Answer) Find(QueryRoute route, Caller? caller, HttpRequest request)
    {
        var connection = log.Database.Connect();
        try
        {
            return (connection, route.Answer(new Query(connection, log.Database.Dialect, caller, request)));
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    async ValueTask<Caller?> CallerOf(HttpRequest request) =>
        request.Headers.Authorization is [{ } header] && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? await tokens.Check(header[7..].Trim())
            : null;

    static async Task<byte[]?> Body(HttpContext context)
    {
        if (context.Request.ContentLength > MaxBytes)
            return null;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MaxBytes + 1;
        using var body = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        }
        catch (BadHttpRequestException error) when (error.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }

        return body.Length > MaxBytes ? null : body.ToArray();
    }

    /// <summary>Computes the identity of a command: two commands are the same if path, query string and body are equal.</summary>
    static byte[] Fingerprint(HttpRequest request, byte[] body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(request.Path + request.QueryString));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }

    static Outcome? Earlier(Session session, Caller caller, string key, byte[] fingerprint)
    {
        if (session.FindAnswer(caller.Account, key) is not { } earlier)
            return null;
        return earlier.Fingerprint.AsSpan().SequenceEqual(fingerprint)
            ? new Outcome(earlier, null)
            : new Refusal("idempotency-key-reused", ("key", key));
    }

    static Outcome First(Session session, Answer answer, Caller caller, string key, byte[] fingerprint)
    {
        if (answer.Refusal is not null)
        {
            session.Abandon();
            return answer.Refusal;
        }

        var first = new CommandAnswer(fingerprint, answer.Status, JsonSerializer.Serialize(answer.Body, EventBody.Json), session.Head);
        session.KeepAnswer(caller.Account, key, first);
        return new Outcome(first, null);
    }

    /// <summary>Either an answer or a refusal.</summary>
    internal sealed record Outcome(CommandAnswer? Answer, Refusal? Refusal)
    {
        public static implicit operator Outcome(Refusal refusal) => new(null, refusal);
    }
}
