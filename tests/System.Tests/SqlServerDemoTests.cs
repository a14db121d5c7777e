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
        await using var four = await FourPrograms.Start(broker.Address, each: 2, onSqlServer: true);

        await using var demo = four.Demo();
        for (var i = 0; i < FourPrograms.Names.Count; i++)
        {
            await DemoLogs.Reach(four.Heads, calm.Events * (i + 1) / (FourPrograms.Names.Count + 1), demo, "on SQL Server");
            // It began first, so it has the lease.
            await four.Replace(FourPrograms.Names[i], 0);
        }

        Assert.Equal(calm.Balance, await four.Balance(demo));
        Assert.Equal(calm.Heads, four.Heads());
    }
}
