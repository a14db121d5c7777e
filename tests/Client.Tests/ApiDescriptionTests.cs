using System.Diagnostics;
using Logistics.AllInOne;
using Logistics.Testing;

namespace Logistics.Client.Tests;

/// <summary>
/// The description of every service, approved by a person: a route, a field or a problem that changes shows in these files. Approve with
/// <c>LOGISTICS_TEST_APPROVE=1 dotnet test tests/Client.Tests</c>.
/// </summary>
public sealed class ApiDescriptionTests
{
    static readonly string Approved = Path.Combine(SourceTree.Root, "tests", "Client.Tests", "Approved");

    static readonly string Spectral = Path.Combine(SourceTree.Root, "tests", "node", "node_modules", ".bin", "spectral");

    [Fact]
    public async Task Every_service_is_described_as_approved()
    {
        await using var host = await RunningHost.Start(AllServices.Define());
        foreach (var service in AllServices.Define().Where(service => service.HasRoutes))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/{service.Name}/openapi.json");
            using var response = await host.Send(request);
            var described = (await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync()).TrimEnd() + "\n";
            var file = Path.Combine(Approved, service.Name + ".openapi.json");
            if (Environment.GetEnvironmentVariable("LOGISTICS_TEST_APPROVE") == "1")
                await File.WriteAllTextAsync(file, described);
            Assert.Equal(await File.ReadAllTextAsync(file), described);
        }
    }

    [Fact]
    public async Task Spectral_finds_nothing_wrong()
    {
        Assert.SkipUnless(File.Exists(Spectral), "Spectral is missing. tests/run installs it, or: npm ci --prefix tests/node");
        using var process = Process.Start(new ProcessStartInfo(Spectral, ["lint", "--fail-severity=hint", "--quiet", .. Directory.GetFiles(Approved, "*.json").Order(StringComparer.Ordinal)])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            WorkingDirectory = Path.Combine(SourceTree.Root, "tests", "node"),
        })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 0, said);
    }
}
