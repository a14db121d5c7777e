using Logistics.Hosting.Configuration;
using Logistics.Portal.Upstream;
using Logistics.Testing;

namespace Logistics.Operations.Tests;

public sealed class SettingsTests
{
    [Fact]
    public void The_runbook_describes_every_setting_as_the_help_does()
    {
        var rows = SourceTree.Read("deploy/README.md").Replace("`", "", StringComparison.Ordinal).Split('\n');

        Assert.All(
            [.. Settings.Known, .. PortalSettings.Known],
            setting => Assert.Contains($"| --{setting.Name} | {Settings.VariableOf(setting.Name)} | {setting.Sets} | {setting.Default} |", rows));
    }

    [Fact]
    public async Task A_variable_that_is_no_setting_is_named_and_nothing_starts()
    {
        using var data = new TemporaryFolder();
        await using var program = ChildProcess.Start(
            "Intake", new Dictionary<string, string> { ["LOGISTICS_BROCKER"] = "amqp://somewhere" }, "--urls=http://127.0.0.1:0", $"--data={data.Path}");

        Assert.NotEqual(0, await program.End());
        Assert.Contains("Unknown setting LOGISTICS_BROCKER. Known settings: LOGISTICS_DATA, LOGISTICS_DATABASE", program.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(data.Path));
    }

    [Fact]
    public async Task A_variable_of_other_programs_is_no_setting()
    {
        using var data = new TemporaryFolder();
        await using var program = ChildProcess.Start(
            "Intake", new Dictionary<string, string> { ["DATABASE"] = "none", ["BROKER"] = "none", ["KEYS"] = "none" }, "--urls=http://127.0.0.1:0", $"--data={data.Path}");

        await program.Address();
    }
}
