using Logistics.Hosting.Access;
using Logistics.Hosting.Brokers;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Configuration;
using Microsoft.Extensions.Configuration;

namespace Logistics.Operations.Checks;

/// <summary>Checks everything that a program needs, running or not, without changing anything.</summary>
static class Doctor
{
    public static async Task<List<Finding>> Examine(IConfiguration configuration, IReadOnlyList<ServiceDefinition> services)
    {
        Settings settings;
        try
        {
            settings = Settings.Read(configuration, services.SelectMany(service => service.Settings));
        }
        catch (InvalidOperationException error)
        {
            return [new(Level.Problem, "settings", error.Message, "Correct the setting; the program does not start with it.")];
        }

        List<Finding> findings = [new(Level.Ok, "settings", $"data in {settings.Data}"), TokenKeyFile(settings)];
        findings.AddRange(DatabaseChecks.All(settings, services));
        if (settings.Broker is { } broker)
            findings.AddRange(await BrokerChecks.All(broker, services));
        findings.AddRange(await AddressChecks.All(settings, Addresses(settings)));
        return findings;
    }

    static Finding TokenKeyFile(Settings settings)
    {
        if (settings.TokenKey is not { } file)
            return new(Level.Ok, "token key", "none; tokens are checked with the published keys");
        if (!File.Exists(file))
        {
            return new(Level.Warning, "token key", $"{file} is missing. The program creates a new key when it starts and refuses all tokens signed earlier.",
                "If the key existed before, restore it from a backup.");
        }

        try
        {
            TokenKey.FromFile(file);
        }
        catch (InvalidOperationException error)
        {
            return new(Level.Problem, "token key", error.Message, "Correct the file, or its owner and mode; the program does not start with it.");
        }

        return PrivateFile.IsOpen(file)
            ? new(Level.Warning, "token key", $"{file} can be read by users other than its owner; anybody who has the key can sign tokens", $"chmod 600 {file}")
            : new(Level.Ok, "token key", file);
    }

    /// <summary>Lists the services' own settings that are addresses.</summary>
    static IEnumerable<(string Setting, Uri Address)> Addresses(Settings settings) =>
        from setting in settings.Others
        let address = Uri.TryCreate(setting.Value, UriKind.Absolute, out var parsed) ? parsed : null
        where address is { Scheme: "http" or "https" }
        select (setting.Key, address);
}
