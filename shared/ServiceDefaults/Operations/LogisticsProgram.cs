using System.CommandLine;
using Logistics.ServiceDefaults.Commands;
using Logistics.ServiceDefaults.Hosting;
using Microsoft.Extensions.Hosting;

namespace Logistics.ServiceDefaults.Operations;

/// <summary>A program that serves, or does what its operator asks it for.</summary>
public static class LogisticsProgram
{
    /// <returns>Exit status.</returns>
    public static Task<int> Run(string[] args, params IReadOnlyList<ServiceDefinition> services)
    {
        var root = new RootCommand("Serves until it is told to end. Its settings are in deploy/README.md.") { TreatUnmatchedTokensAsErrors = false };
        root.SetAction(async (_, cancel) =>
        {
            await using var app = LogisticsHost.Build(args, services);
            await app.RunAsync(cancel);
            return 0;
        });
        OperatorCommands.AddTo(root, services);
        return Run(root, args);
    }

    /// <inheritdoc cref="Run(string[], IReadOnlyList{ServiceDefinition})"/>
    /// <remarks>A signal to end is left to the host, which finishes what it is doing; the library would end the process two seconds later.</remarks>
    public static Task<int> Run(RootCommand root, string[] args) => root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
}
