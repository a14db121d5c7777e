using Logistics.Hosting.Health;
using Logistics.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Logistics.Operations.Tests;

public sealed class HealthVerbTests
{
    public static TheoryData<string> Programs { get; } = [.. ImageTests.Programs.Select(program => program.Data), "AllInOne"];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Every_program_can_be_asked_whether_it_is_ready(string program)
    {
        await using var asked = WebApplication.Create(["--urls=http://127.0.0.1:0"]);
        var ready = StatusCodes.Status200OK;
        asked.MapGet(HealthProbe.Ready, () => Results.StatusCode(ready));
        await asked.StartAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, await Ask());
        ready = StatusCodes.Status503ServiceUnavailable;
        Assert.Equal(1, await Ask());

        async Task<int> Ask()
        {
            await using var asks = ChildProcess.Start(program, HealthProbe.Verb, $"--urls={asked.Urls.Single()}");
            return await asks.End();
        }
    }
}
