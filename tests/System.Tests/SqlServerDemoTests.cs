using Logistics.Testing;

namespace Logistics.System.Tests;

public sealed class SqlServerDemoTests
{
    [Fact]
    public async Task The_balance_is_that_of_SQLite_byte_for_byte()
    {
        Assert.SkipUnless(SqlServerUnderTest.HasServer, SqlServerUnderTest.NoServer);
        using var sqlServer = new TemporaryFolder(onSqlServer: true);

        Assert.Equal((await CalmDemo.Play()).Balance, await OneProcessDemoTests.Play(sqlServer));
    }

    /// <remarks>It takes minutes on what stands in for SQL Server, so it runs only where it is asked for: <c>-explicit only</c>.</remarks>
    [Fact(Explicit = true)]
    public async Task Two_of_each_lose_no_event_and_repeat_none_when_the_one_that_relays_is_killed()
    {
        Assert.SkipUnless(SqlServerUnderTest.HasServer, SqlServerUnderTest.NoServer);
        var calm = await CalmDemo.Play();
        await using var broker = await RabbitNode.Start();
        await using var programs = await ManyPrograms.Start(broker.Address, each: 2, onSqlServer: true);

        await using var demo = programs.Demo();
        for (var i = 0; i < ManyPrograms.Names.Count; i++)
        {
            await DemoLogs.Reach(programs.Heads, calm.Events * (i + 1) / (ManyPrograms.Names.Count + 1), demo, "on SQL Server");
            // It began first, so it has the lease.
            await programs.Replace(ManyPrograms.Names[i], 0);
        }

        Assert.Equal(calm.Balance, await programs.Balance(demo));
        Assert.Equal(calm.Heads, programs.Heads());
    }
}
