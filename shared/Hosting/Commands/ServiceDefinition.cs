using System.Data.Common;
using System.Diagnostics.Metrics;
using System.Reflection;
using Logistics.Client;
using Logistics.Contracts;
using Logistics.Contracts.Registry;
using Logistics.EventLog;
using Logistics.EventLog.Events;
using Logistics.Hosting.Access;
using Logistics.Hosting.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Logistics.Hosting.Commands;

/// <summary>
/// One service: its routes and what it does on events. Every slice adds itself with its own <c>Map</c>; the service's list of
/// slices is its table of contents.
/// </summary>
/// <param name="name">Source of its events, first part of its paths, name of its database.</param>
/// <param name="assembly">Where its migrations and refusal texts are embedded.</param>
public sealed class ServiceDefinition(string name, Assembly assembly)
{
    readonly SortedSet<string> sources = new(StringComparer.Ordinal);

    public string Name { get; } = name;

    public Assembly Assembly { get; } = assembly;

    public Reactions Reactions { get; } = new(new EventCatalog(Events.All));

    /// <summary>The services whose logs it follows.</summary>
    public IEnumerable<string> Sources => sources;

    /// <summary>Whether it answers over HTTP below its name.</summary>
    public bool HasRoutes => Commands.Count + Queries.Count > 0;

    /// <summary>Settings that only this service has.</summary>
    public IReadOnlyList<Setting> Settings { get; init; } = [];

    /// <summary>Databases that it has beside that of its log, and the folder of its assembly in which their scripts are.</summary>
    public IReadOnlyList<(string Name, string Migrations)> OtherDatabases { get; init; } = [];

    /// <summary>
    /// Whether its tables can be filled a second time while the first rows go on answering; see <see cref="Generations"/>. Otherwise a rebuild
    /// needs the program to stand still.
    /// </summary>
    public bool HasGenerations { get; init; }

    internal List<CommandRoute> Commands { get; } = [];

    internal List<QueryRoute> Queries { get; } = [];

    internal List<Gauge> Gauges { get; } = [];

    internal List<Action<WebApplicationBuilder, Settings>> Builders { get; } = [];

    internal List<Action<WebApplication>> Pipelines { get; } = [];

    /// <summary>Maps a command with a JSON body.</summary>
    /// <exception cref="ArgumentException">No role may give it.</exception>
    public ServiceDefinition Post<TRequest, TAnswer>(CommandRoute<TRequest, TAnswer> route, Func<TRequest, Command, Answer<TAnswer>> handle, params IReadOnlyList<Role> roles)
        where TRequest : class where TAnswer : class
    {
        Commands.Add(new CommandRoute(Own(route), typeof(TRequest), ["application/json"], Some(roles), (body, _) =>
        {
            var request = RequestJson.Read<TRequest>(body.Span);
            return command => handle(request, command);
        }) { Describes = new OperationDescription(route, typeof(TRequest), null, typeof(TAnswer), [], Some(roles), [handle.Method]) });
        return this;
    }

    /// <summary>Maps a command whose body is a file. It is read before the command's turn comes.</summary>
    /// <param name="route">Its route.</param>
    /// <param name="read">Reads the file.</param>
    /// <param name="handle">Carries it out.</param>
    /// <param name="roles">Who may give it.</param>
    /// <exception cref="ArgumentException">No role may give it.</exception>
    public ServiceDefinition Post<TQuery, TRead, TAnswer>(
        UploadRoute<TQuery, TAnswer> route, Func<Upload, TRead> read, Func<TRead, TQuery, Command, Answer<TAnswer>> handle, params IReadOnlyList<Role> roles)
        where TQuery : class, new() where TAnswer : class
    {
        Commands.Add(new CommandRoute(Own(route), typeof(Stream), [.. route.ContentTypes], Some(roles), (body, name) =>
        {
            var content = read(new Upload(body, name));
            return command => handle(content, QueryText.Read<TQuery>(command.Text), command);
        }) { Describes = new OperationDescription(route, null, typeof(TQuery), typeof(TAnswer), route.ContentTypes, Some(roles), [read.Method, handle.Method]) });
        return this;
    }

    /// <summary>Maps a question. An answer of null is «not found».</summary>
    /// <exception cref="ArgumentException">No role may ask it; a question for everybody is mapped by <see cref="GetPublic"/>.</exception>
    public ServiceDefinition Get<TQuery, TAnswer>(QueryRoute<TQuery, TAnswer> route, Func<TQuery, Query, TAnswer?> answer, params IReadOnlyList<Role> roles)
        where TQuery : class, new() where TAnswer : class
    {
        Queries.Add(new QueryRoute(Own(route), Some(roles), query => answer(QueryText.Read<TQuery>(query.Text), query))
        {
            Describes = new OperationDescription(route, null, typeof(TQuery), typeof(TAnswer), [], roles, [answer.Method]),
        });
        return this;
    }

    /// <summary>Maps a question that anybody may ask, without a token too.</summary>
    public ServiceDefinition GetPublic<TQuery, TAnswer>(QueryRoute<TQuery, TAnswer> route, Func<TQuery, Query, TAnswer?> answer)
        where TQuery : class, new() where TAnswer : class
    {
        Queries.Add(new QueryRoute(Own(route), [], query => answer(QueryText.Read<TQuery>(query.Text), query))
        {
            Describes = new OperationDescription(route, null, typeof(TQuery), typeof(TAnswer), [], [], [answer.Method]),
        });
        return this;
    }

    /// <summary>Maps a question that is answered with a file. An answer of null is «not found».</summary>
    /// <exception cref="ArgumentException">No role may ask it.</exception>
    public ServiceDefinition Get<TQuery>(FileRoute<TQuery> route, Func<TQuery, Query, IResult?> answer, params IReadOnlyList<Role> roles) where TQuery : class, new()
    {
        Queries.Add(new QueryRoute(Own(route), Some(roles), query => answer(QueryText.Read<TQuery>(query.Text), query))
        {
            Describes = new OperationDescription(route, null, typeof(TQuery), null, route.ContentTypes, roles, [answer.Method]),
        });
        return this;
    }

    /// <summary>Names a table that a rebuild leaves as it is: its rows do not come from events.</summary>
    public ServiceDefinition Keep(string table)
    {
        Reactions.Keep(table);
        return this;
    }

    /// <summary>Writes the service's tables from an event of its own.</summary>
    public ServiceDefinition On<T>(Action<Recorded<T>, Session> apply) where T : class
    {
        Reactions.On(Name, apply);
        return this;
    }

    /// <summary>Reacts to an event of another service.</summary>
    public ServiceDefinition When<T>(string source, Action<Recorded<T>, Session> react) where T : class
    {
        Follow(source);
        Reactions.On(source, react);
        return this;
    }

    /// <summary>Reacts to every event of a service, its own or another, by which pieces change their account.</summary>
    public ServiceDefinition WhenPiecesMove(string source, Action<Recorded, IReadOnlyList<Movement>, Session> react)
    {
        Follow(source);
        foreach (var (_, type) in Events.All.Where(e => e.Type.IsAssignableTo(typeof(IMovesPieces))))
            Reactions.On(source, type, (about, data, session) => react(about, ((IMovesPieces)data).Movements, session));
        return this;
    }

    /// <summary>Measures something in the tables, whenever somebody listens.</summary>
    /// <param name="name">For example <c>logistics.pieces</c>.</param>
    /// <param name="unit">What is counted, in braces.</param>
    /// <param name="description">What it is, in a sentence.</param>
    /// <param name="observe">Given the database and the time.</param>
    public ServiceDefinition Measure(string name, string unit, string description, Func<DbConnection, DateTimeOffset, IEnumerable<Measurement<long>>> observe)
    {
        Gauges.Add(new Gauge(name, unit, description, observe));
        return this;
    }

    /// <summary>Adds what only this service needs to the program, and its own part of the pipeline, which comes before the routes.</summary>
    public ServiceDefinition Extend(Action<WebApplicationBuilder, Settings> build, Action<WebApplication> use)
    {
        Builders.Add(build);
        Pipelines.Add(use);
        return this;
    }

    string Own(Client.Route route) =>
        route.Service == Name ? route.Path : throw new ArgumentException($"{route.Path} is a route of {route.Service}, not of {Name}.", nameof(route));

    static Role[] Some(IReadOnlyList<Role> roles) => roles.Count > 0 ? [.. roles] : throw new ArgumentException("A route needs roles; a public one is mapped by GetPublic.", nameof(roles));

    void Follow(string source)
    {
        if (source != Name)
            sources.Add(source);
    }
}

/// <param name="Read">Reads the body, outside of the writer, into what is to be done inside of it.</param>
sealed record CommandRoute(string Route, Type Request, string[] Accepts, Role[] Roles, Func<ReadOnlyMemory<byte>, string?, Func<Command, Answer>> Read)
{
    public OperationDescription? Describes { get; init; }
}

sealed record Gauge(string Name, string Unit, string Description, Func<DbConnection, DateTimeOffset, IEnumerable<Measurement<long>>> Observe);

sealed record QueryRoute(string Route, Role[] Roles, Func<Query, object?> Answer)
{
    public OperationDescription? Describes { get; init; }
}
