using Logistics.Hosting.Health;
using Logistics.Intake;
using Logistics.Testing;
using Microsoft.AspNetCore.Builder;

namespace Logistics.Hosting.Tests;

public sealed class HealthProbeTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("0.0.0.0")]
    [InlineData("*")]
    [InlineData("+")]
    public async Task A_program_that_is_ready_is_found_under_every_name_that_it_may_listen_to(string host)
    {
        await using var program = await RunningHost.Start(IntakeSlices.Define());

        Assert.Equal(0, await HealthProbe.Ask([HealthProbe.Verb, $"--urls=http://{host}:{new Uri(program.Address).Port}"]));
    }

    [Fact]
    public async Task A_program_that_is_not_ready_is_told_from_one_that_is()
    {
        await using var program = WebApplication.Create(["--urls=http://127.0.0.1:0"]);
        await program.StartAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, await HealthProbe.Ask([HealthProbe.Verb, $"--urls={program.Urls.Single()}"]));
    }

    [Fact]
    public async Task Where_nothing_answers_nothing_is_ready()
    {
        using var refusing = Ports.Refusing();

        Assert.Equal(1, await HealthProbe.Ask([HealthProbe.Verb, $"--urls=http://127.0.0.1:{refusing.Port()}"]));
    }
}
