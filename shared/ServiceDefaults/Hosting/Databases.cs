using Logistics.EventLog;
using Logistics.ServiceDefaults.Commands;
using Microsoft.Extensions.Logging;

namespace Logistics.ServiceDefaults.Hosting;

/// <summary>The databases of a program.</summary>
static class Databases
{
    /// <summary>Of each its name, and the service whose log it holds, if it holds one.</summary>
    public static IEnumerable<(string Name, ServiceDefinition? Service)> All(IEnumerable<ServiceDefinition> services) =>
        services.SelectMany(service => (IEnumerable<(string, ServiceDefinition?)>)[(service.Name, service), .. service.OtherDatabases.Select(name => (name, (ServiceDefinition?)null))]);

    /// <summary>The log of a service, its tables up to date.</summary>
    public static Log OpenLog(ServiceDefinition service, Settings settings, TimeProvider clock, ILogger<Log> logger)
    {
        var database = settings.DatabaseOf(service.Name);
        database.Migrate(clock, typeof(Log).Assembly, service.Assembly);
        return new Log(service.Name, database, service.Reactions, clock, logger);
    }

    /// <summary>Whether it is there; one of SQL Server is asked itself.</summary>
    public static bool Exists(Settings settings, string name) => settings.SqlServer is not null || File.Exists(settings.FileOf(name));
}
