using System.Diagnostics;
using Logistics.Testing;

namespace Logistics.Portal.Tests.Assets;

/// <summary>The scripts of the pages, as the TypeScript compiler reads them.</summary>
public sealed class ScriptTests
{
    static readonly string Compiler = Path.Combine(SourceTree.Root, "tests", "node", "node_modules", ".bin", "tsc");

    [Theory]
    [InlineData("jsconfig.json")]
    [InlineData("jsconfig.worker.json")]
    public async Task Scripts_have_no_type_errors(string configuration)
    {
        var (status, said) = await Check("--project", Path.Combine(SourceTree.Root, "services", "Portal", configuration));

        Assert.True(status == 0, said);
    }

    [Fact]
    public async Task Every_script_is_checked()
    {
        var scripts = SourceTree.Files("services/Portal/Assets", "*.js").Select(Path.GetFileName).Order(StringComparer.Ordinal);
        var page = await Check("--listFilesOnly", "--project", Path.Combine(SourceTree.Root, "services", "Portal", "jsconfig.json"));
        var worker = await Check("--listFilesOnly", "--project", Path.Combine(SourceTree.Root, "services", "Portal", "jsconfig.worker.json"));

        Assert.Equal(scripts, (page.Said + worker.Said).Split('\n').Where(file => file.Contains("/Assets/", StringComparison.Ordinal)).Select(Path.GetFileName).Distinct().Order(StringComparer.Ordinal));
    }

    static async Task<(int Status, string Said)> Check(params string[] arguments)
    {
        Assert.SkipUnless(File.Exists(Compiler), "The TypeScript compiler is missing. tests/run installs it, or: npm ci --prefix tests/node");
        using var process = Process.Start(new ProcessStartInfo(Compiler, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said);
    }
}
