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
/// Defines a service: its routes and its reactions to events. Every slice adds itself through its own <c>Map</c>, so the list of
/// slices in the service is its table of contents.
/// </summary>
/// <param name="name">Source of its events, first segment of its paths and name of its database.</param>
/// <param name="assembly">The assembly that embeds its migrations and refusal texts.</param>
public sealed class ServiceDefinition(string name, Assembly assembly)
{
    readonly SortedSet<string> sources = new(StringComparer.Ordinal);

    public string Name { get; } = name;

    public Assembly Assembly { get; } = assembly;

    public Reactions Reactions { get; } = new(new EventCatalog(Events.All));

    /// <summary>Gets the services whose logs this service follows.</summary>
    public IEnumerable<string> Sources => sources;

    /// <summary>Gets whether the service has HTTP routes.</summary>
    public bool HasRoutes => Commands.Count + Queries.Count > 0;

    /// <summary>Gets the settings that only this service has.</summary>
    public IReadOnlyList<Setting> Settings { get; init; } = [];

    /// <summary>Gets the databases that it has in addition to its log's, each with the folder of its assembly that holds the migrations.</summary>
    public IReadOnlyList<(string Name, string Migrations)> OtherDatabases { get; init; } = [];

    /// <summary>
    /// Gets whether its tables can be filled a second time while the current rows keep serving reads; see <see cref="Generations"/>. Otherwise
    /// the program must be stopped for a rebuild.
    /// </summary>
    public bool HasGenerations { get; init; }

    internal List<CommandRoute> Commands { get; } = [];

    internal List<QueryRoute> Queries { get; } = [];

    internal List<Gauge> Gauges { get; } = [];

    internal List<Action<WebApplicationBuilder, Settings>> Builders { get; } = [];

    internal List<Action<WebApplication>> Pipelines { get; } = [];

    /// <summary>Maps a command with a JSON body.</summary>
    /// <exception cref="ArgumentException">No roles are given.</exception>
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

    /// <summary>Maps a command whose body is a file. The file is read before the command enters the writer.</summary>
    /// <param name="route">Route of the command.</param>
    /// <param name="read">Reads the file.</param>
    /// <param name="handle">Carries out the command.</param>
    /// <param name="roles">Roles that may issue it.</param>
    /// <exception cref="ArgumentException">No roles are given.</exception>
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

    /// <summary>Maps a query. Null is answered as «not found».</summary>
    /// <exception cref="ArgumentException">No roles are given; map public queries with <see cref="GetPublic"/>.</exception>
    public ServiceDefinition Get<TQuery, TAnswer>(QueryRoute<TQuery, TAnswer> route, Func<TQuery, Query, TAnswer?> answer, params IReadOnlyList<Role> roles)
        where TQuery : class, new() where TAnswer : class
    {
        Queries.Add(new QueryRoute(Own(route), Some(roles), query => answer(QueryText.Read<TQuery>(query.Text), query))
        {
            Describes = new OperationDescription(route, null, typeof(TQuery), typeof(TAnswer), [], roles, [answer.Method]),
        });
        return this;
    }

    /// <summary>Maps a query that requires no token.</summary>
    public ServiceDefinition GetPublic<TQuery, TAnswer>(QueryRoute<TQuery, TAnswer> route, Func<TQuery, Query, TAnswer?> answer)
        where TQuery : class, new() where TAnswer : class
    {
        Queries.Add(new QueryRoute(Own(route), [], query => answer(QueryText.Read<TQuery>(query.Text), query))
        {
            Describes = new OperationDescription(route, null, typeof(TQuery), typeof(TAnswer), [], [], [answer.Method]),
        });
        return this;
    }

    /// <summary>Maps a query that is answered with a file. Null is answered as «not found».</summary>
    /// <exception cref="ArgumentException">No roles are given.</exception>
    public ServiceDefinition Get<TQuery>(FileRoute<TQuery> route, Func<TQuery, Query, IResult?> answer, params IReadOnlyList<Role> roles) where TQuery : class, new()
    {
        Queries.Add(new QueryRoute(Own(route), Some(roles), query => answer(QueryText.Read<TQuery>(query.Text), query))
        {
            Describes = new OperationDescription(route, null, typeof(TQuery), null, route.ContentTypes, roles, [answer.Method]),
        });
        return this;
    }

    /// <summary>Excludes a table from rebuilds because its rows do not come from events.</summary>
    public ServiceDefinition Keep(string table)
    {
        Reactions.Keep(table);
        return this;
    }

    /// <summary>Registers a function that writes the service's tables from one of its own events.</summary>
    public ServiceDefinition On<T>(Action<Recorded<T>, Session> apply) where T : class
    {
        Reactions.On(Name, apply);
        return this;
    }

    /// <summary>Registers a reaction to an event of another service.</summary>
    public ServiceDefinition When<T>(string source, Action<Recorded<T>, Session> react) where T : class
    {
        Follow(source);
        Reactions.On(source, react);
        return this;
    }

    /// <summary>Registers a reaction to every event of a service, its own or another, that moves pieces between ledger accounts.</summary>
    public ServiceDefinition WhenPiecesMove(string source, Action<Recorded, IReadOnlyList<Movement>, Session> react)
    {
        Follow(source);
        foreach (var (_, type) in Events.All.Where(e => e.Type.IsAssignableTo(typeof(IMovesPieces))))
            Reactions.On(source, type, (about, data, session) => react(about, ((IMovesPieces)data).Movements, session));
        return this;
    }

    /// <summary>Adds a gauge that reads the tables whenever somebody listens.</summary>
    /// <param name="name">For example <c>logistics.pieces</c>.</param>
    /// <param name="unit">The unit; for things counted, in braces.</param>
    /// <param name="description">One sentence that describes the gauge.</param>
    /// <param name="observe">Takes the connection and the current time.</param>
    public ServiceDefinition Measure(string name, string unit, string description, Func<DbConnection, DateTimeOffset, IEnumerable<Measurement<long>>> observe)
    {
        Gauges.Add(new Gauge(name, unit, description, observe));
        return this;
    }

    /// <summary>Adds what only this service needs to the program, and its own part of the pipeline, which runs before the routes.</summary>
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

/// <param name="Read">Reads the body outside the writer and returns the work to do inside it.</param>
sealed record CommandRoute(string Route, Type Request, string[] Accepts, Role[] Roles, Func<ReadOnlyMemory<byte>, string?, Func<Command, Answer>> Read)
{
    public OperationDescription? Describes { get; init; }
}

sealed record Gauge(string Name, string Unit, string Description, Func<DbConnection, DateTimeOffset, IEnumerable<Measurement<long>>> Observe);

sealed record QueryRoute(string Route, Role[] Roles, Func<Query, object?> Answer)
{
    public OperationDescription? Describes { get; init; }
}
