using System.CommandLine;
using Logistics.Hosting;
using Logistics.Hosting.Commands;
using Logistics.Hosting.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Logistics.Operations;

/// <summary>A program that serves, or does what its operator asks it for.</summary>
public static class LogisticsProgram
{
    /// <summary>A program of one service.</summary>
    /// <returns>Exit status.</returns>
    public static Task<int> Run(string[] args, ServiceDefinition service) => Run(Define("Serves until it is told to end. Its settings are in deploy/README.md.", args, [service]), args);

    /// <remarks>A signal to end is left to the host, which finishes what it is doing; the library would end the process two seconds later.</remarks>
    /// <returns>Exit status.</returns>
    public static Task<int> Run(RootCommand root, string[] args) => root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });

    /// <param name="description">For its help.</param>
    /// <param name="args">Its command line.</param>
    /// <param name="services">Which it serves.</param>
    /// <param name="usual">Where it serves unless it is told otherwise; null for where ASP.NET Core does.</param>
    public static RootCommand Define(string description, string[] args, IReadOnlyList<ServiceDefinition> services, string? usual = null)
    {
        var root = new RootCommand(description);
        foreach (var option in OperatorCommands.SettingsOf(services))
            root.Add(option);
        root.Add(new Option<string?>("--urls") { Description = $"Where to serve; several addresses are separated by semicolons. Default: {usual ?? "http://localhost:5000"}." });
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
