using System.Diagnostics;
using Logistics.Testing;

namespace Logistics.Operations.Tests;

public sealed class LicenceTests
{
    [Fact]
    public async Task Every_package_of_the_programs_has_a_licence_that_was_read_and_allowed()
    {
        using var run = Process.Start(new ProcessStartInfo("dotnet", ["run", Path.Combine(SourceTree.Root, "deploy", "licences.cs")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, errors) = (run.StandardOutput.ReadToEndAsync(), run.StandardError.ReadToEndAsync());
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(run.ExitCode == 0, await output + await errors);
        Assert.Contains("Dapper", await output, StringComparison.Ordinal);
    }
}
