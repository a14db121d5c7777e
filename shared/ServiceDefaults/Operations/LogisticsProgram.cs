using System.CommandLine;
using Logistics.ServiceDefaults.Commands;
using Logistics.ServiceDefaults.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Logistics.ServiceDefaults.Operations;

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
    /// <param name="args">Of its command line: its settings, and those of ASP.NET Core, such as <c>--Logging:LogLevel:Default=Warning</c>.</param>
    /// <param name="services">Which it serves.</param>
    /// <param name="usual">Where it serves unless it is told otherwise; null for where ASP.NET Core does.</param>
    public static RootCommand Define(string description, string[] args, IReadOnlyList<ServiceDefinition> services, string? usual = null)
    {
        var root = new RootCommand(description) { TreatUnmatchedTokensAsErrors = false };
        foreach (var option in OperatorCommands.SettingsOf(services))
            root.Add(option);
        root.Add(new Option<string?>("--urls") { Description = "Where to serve." });
        root.SetAction(async (parsed, cancel) =>
        {
            if (parsed.UnmatchedTokens.FirstOrDefault(token => !token.Split('=')[0].Contains(':', StringComparison.Ordinal)) is { } unknown)
                return await Refuse($"'{unknown}' is no setting of this program; --help names them.");
            WebApplication app;
            try
            {
                app = LogisticsHost.Build(args, services, usual);
            }
            catch (InvalidOperationException wrong)
            {
                return await Refuse(wrong.Message);
            }

            await using (app)
            {
                await app.RunAsync(cancel);
                return 0;
            }

            async Task<int> Refuse(string why)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(why);
                return 2;
            }
        });
        OperatorCommands.AddTo(root, services, usual);
        return root;
    }
}
