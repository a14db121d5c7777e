using Logistics.Contracts.Intake;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Logistics.Intake;
using Logistics.Testing;
using Microsoft.Data.Sqlite;

namespace Logistics.Hosting.Tests;

public sealed class ReadinessTests
{
    [Fact]
    public async Task A_program_that_follows_nobody_is_well_when_its_database_and_its_relay_are()
    {
        await using var host = await RunningHost.Start(new ServiceDefinition("alone", typeof(ReadinessTests).Assembly));

        await Eventually.Holds(async () => (string?)(await host.Health())["status"] == "healthy", "it being well");
        var health = await host.Health();

        Assert.Equal(200, health.Status);
        Assert.Equal(["alone.database", "alone.feeds", "alone.relay", "bus"], health["checks"]!.AsObject().Select(check => check.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_feed_that_stands_still_degrades_a_program_and_takes_it_from_nobody()
    {
        var stuck = new ServiceDefinition("stuck", typeof(ReadinessTests).Assembly).When<DonationRegistered>("intake", (_, _) => throw new InvalidOperationException("Not this one."));
        await using var host = await RunningHost.Start(IntakeSlices.Define(), stuck);
        (await host.Post(Role.Foundation, "/intake/donations", new { donor = "Donor", pledgedOn = "2020-05-08", lines = new[] { new { product = "mask", pieces = 60 } } })).Expect(201);

        await Eventually.Holds(async () => (long?)(await host.Health())["checks"]!["stuck.feeds"]!["intake"]!["stalledAt"] == 1, "the feed standing still");
        var health = (await host.Health()).Expect(200);

        Assert.Equal("degraded", (string?)health["status"]);
        Assert.Equal("degraded", (string?)health["checks"]!["stuck.feeds"]!["status"]);
        Assert.DoesNotContain("Not this one", health.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_whose_database_is_gone_is_not_ready()
    {
        Assert.SkipWhen(SqlServerUnderTest.IsUsed, SqlServerUnderTest.OnlySqlite);
        using var folder = new TemporaryFolder();
        await using var host = await RunningHost.StartOn(folder, IntakeSlices.Define());
        var database = Path.Combine(folder.Path, "intake.db");
        File.Move(database, database + ".gone");
        // A pooled connection keeps the file that was moved. Once it is moved, no new connection can open it.
        SqliteConnection.ClearAllPools();

        var health = (await host.Health()).Expect(503);

        Assert.Equal("unhealthy", (string?)health["checks"]!["intake.database"]!["status"]);
    }
}
