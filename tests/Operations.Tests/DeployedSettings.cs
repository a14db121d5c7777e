using Logistics.Hosting.Commands;
using Logistics.Hosting.Configuration;

namespace Logistics.Operations.Tests;

/// <summary>What a file of a deployment sets for a program.</summary>
static class DeployedSettings
{
    public static void AreKnown(ServiceDefinition program, IReadOnlyDictionary<string, string> variables)
    {
        var ours = variables.Keys.Where(name => name.StartsWith(Settings.Prefix, StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(ours);
        Assert.Empty(ours.Except(Settings.Known.Concat(program.Settings).Select(setting => Settings.VariableOf(setting.Name)), StringComparer.Ordinal));
    }
}
