using Logistics.EventLog;
using Logistics.EventLog.Databases;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Configuration;
using Microsoft.Extensions.Logging;

namespace Logistics.Hosting;

/// <summary>A database of a program.</summary>
/// <param name="Name">For example <c>accounts</c>.</param>
/// <param name="Service">The service whose log it holds; null if it holds none.</param>
/// <param name="Scripts">Lists the migrations for a kind of database.</param>
public sealed record OwnDatabase(string Name, ServiceDefinition? Service, Func<Database, IEnumerable<string>> Scripts);

/// <summary>The databases of a program.</summary>
public static class Databases
{
    public static IEnumerable<OwnDatabase> All(IEnumerable<ServiceDefinition> services) => services.SelectMany(service => (IEnumerable<OwnDatabase>)
    [
        new(service.Name, service, database => [.. database.Scripts(typeof(Log).Assembly), .. database.Scripts(service.Assembly)]),
        .. service.OtherDatabases.Select(other => new OwnDatabase(other.Name, null, database => database.Scripts(service.Assembly, other.Migrations))),
    ]);

    /// <summary>Opens the log of a service after migrating its tables.</summary>
    public static Log OpenLog(ServiceDefinition service, Settings settings, TimeProvider clock, ILogger<Log> logger)
    {
        var database = settings.DatabaseOf(service.Name);
        database.Migrate(clock, typeof(Log).Assembly, service.Assembly);
        return new Log(service.Name, database, service.Reactions, clock, logger);
    }

    /// <summary>Returns whether a database exists; for SQL Server, which reports a missing database itself, always true.</summary>
    public static bool Exists(Settings settings, string name) => settings.SqlServer is not null || File.Exists(settings.FileOf(name));
}
