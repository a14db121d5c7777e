using Logistics.ServiceDefaults.Commands;

namespace Logistics.ServiceDefaults.Hosting;

/// <summary>The databases of a program.</summary>
static class Databases
{
    /// <summary>Of each its name, and the service whose log it holds, if it holds one.</summary>
    public static IEnumerable<(string Name, ServiceDefinition? Service)> All(IEnumerable<ServiceDefinition> services) =>
        services.SelectMany(service => (IEnumerable<(string, ServiceDefinition?)>)[(service.Name, service), .. service.OtherDatabases.Select(name => (name, (ServiceDefinition?)null))]);

    /// <summary>Whether it is there; one of SQL Server is asked itself.</summary>
    public static bool Exists(Settings settings, string name) => settings.SqlServer is not null || File.Exists(settings.FileOf(name));
}
