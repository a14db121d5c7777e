using System.Text.RegularExpressions;
using Logistics.Portal;
using Logistics.ServiceDefaults.Hosting;
using Logistics.Testing;

namespace Logistics.Operations.Tests;

public sealed partial class SettingsTests
{
    [Fact]
    public async Task Every_variable_of_the_compose_file_is_a_setting_and_every_setting_is_in_the_README()
    {
        var set = Variable().Matches(await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, "docker-compose.yml"))).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        var readme = await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, "deploy", "README.md"));

        Assert.NotEmpty(set);
        string[] known = [.. Settings.Names, .. PortalSettings.Names];
        Assert.Subset(known.Select(Settings.VariableOf).ToHashSet(StringComparer.Ordinal), set);
        Assert.All(known, name => Assert.Contains($"`--{name}`", readme, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_variable_that_is_no_setting_is_named_and_nothing_starts()
    {
        using var data = new TemporaryFolder();
        await using var program = ChildProcess.Start(
            "Intake", new Dictionary<string, string> { ["LOGISTICS_BROCKER"] = "amqp://somewhere" }, "--urls=http://127.0.0.1:0", $"--data={data.Path}");

        Assert.NotEqual(0, await program.End());
        Assert.Contains("The variable LOGISTICS_BROCKER is no setting of this program. It has: LOGISTICS_DATA, LOGISTICS_BROKER", program.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(data.Path));
    }

    [GeneratedRegex("LOGISTICS_[A-Z_]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Variable();
}
