using Logistics.EventLog;
using Logistics.ServiceDefaults.Commands;

namespace Logistics.ServiceDefaults.Hosting;

/// <summary>The databases of a program.</summary>
static class Databases
{
    /// <summary>Of each its name, and the service whose log it holds, if it holds one.</summary>
    public static IEnumerable<(string Name, ServiceDefinition? Service)> All(IEnumerable<ServiceDefinition> services) =>
        services.SelectMany(service => (IEnumerable<(string, ServiceDefinition?)>)[(service.Name, service), .. service.OtherDatabases.Select(name => (name, (ServiceDefinition?)null))]);

    public static string FileOf(Settings settings, string name) => Path.Combine(settings.Data, name + ".db");

    public static bool Exists(Settings settings, string name) => File.Exists(FileOf(settings, name));

    public static Database Of(Settings settings, string name) => Database.Sqlite(FileOf(settings, name));
}
