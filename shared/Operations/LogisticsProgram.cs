using System.CommandLine;
using Logistics.Hosting;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Logistics.Operations;

/// <summary>Runs a program that serves, or carries out a command of its operator.</summary>
public static class LogisticsProgram
{
    /// <summary>Runs a program with one service.</summary>
    /// <returns>Exit status.</returns>
    public static Task<int> Run(string[] args, ServiceDefinition service) => Run(Define("Serves until it is stopped. For settings see deploy/README.md.", args, [service]), args);

    /// <remarks>Leaves termination signals to the host, which finishes its work; the library would end the process after two seconds.</remarks>
    /// <returns>Exit status.</returns>
    public static Task<int> Run(RootCommand root, string[] args) => root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });

    /// <param name="description">Text of the help.</param>
    /// <param name="args">The command line.</param>
    /// <param name="services">Services to host.</param>
    /// <param name="usual">Default address; null for that of ASP.NET Core.</param>
    public static RootCommand Define(string description, string[] args, IReadOnlyList<ServiceDefinition> services, string? usual = null)
    {
        var root = new RootCommand(description);
        foreach (var option in OperatorCommands.SettingsOf(services))
            root.Add(option);
        root.Add(new Option<string?>("--urls") { Description = $"Addresses to serve at, separated by semicolons. Default: {usual ?? "http://localhost:5000"}." });
        root.SetAction(async (parsed, cancel) =>
        {
            WebApplication? built = null;
            var status = await CommandFaults.Tell(parsed.InvocationConfiguration.Error, () =>
            {
                built = LogisticsHost.Build(args, services, usual);
                ServingAddress.Check(built.Configuration);
                return Task.FromResult(0);
            });
            await using var app = built;
            if (status == 0)
                await app!.RunAsync(cancel);
            return status;
        });
        OperatorCommands.AddTo(root, services, usual);
        return root;
    }
}
