using Logistics.Hosting.Access;
using Logistics.Hosting.Brokers;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Configuration;
using Microsoft.Extensions.Configuration;

namespace Logistics.Operations.Checks;

/// <summary>Looks at everything that a program needs, whether it runs or not, and changes nothing.</summary>
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
            return [new(Level.Problem, "settings", error.Message, "Correct it; the program does not start with it.")];
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
            return new(Level.Warning, "token key", $"{file} is not there. The program makes one when it starts, and knows no token that was signed before.",
                "Put the key back if there was one: restore it from a backup.");
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
            ? new(Level.Warning, "token key", $"others than its owner can read {file}; who has it can sign tokens", $"chmod 600 {file}")
            : new(Level.Ok, "token key", file);
    }

    /// <summary>Those of the services' own settings that are addresses.</summary>
    static IEnumerable<(string Setting, Uri Address)> Addresses(Settings settings) =>
        from setting in settings.Others
        let address = Uri.TryCreate(setting.Value, UriKind.Absolute, out var parsed) ? parsed : null
        where address is { Scheme: "http" or "https" }
        select (setting.Key, address);
}
