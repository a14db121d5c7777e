using Dapper;
using Logistics.AllInOne;
using Logistics.Testing;

namespace Logistics.Operations.Tests;

/// <summary>What an operator does where the databases are on SQL Server.</summary>
public sealed class SqlServerTests
{
    [Fact]
    public async Task It_is_examined_and_verified_while_a_program_runs_and_rebuilt_only_while_none_does()
    {
        Assert.SkipUnless(SqlServerUnderTest.HasServer, SqlServerUnderTest.NoServer);
        using var data = new TemporaryFolder(onSqlServer: true);
        string[] there = ["--data", data.Path, .. data.Settings(TemporaryFolder.AllDatabases)];

        await using (await RunningHost.StartOn(data, AllServices.Define()))
        {
            Assert.Contains("ok       database accounts: opens and matches this program", await Operator.Succeeds(["doctor", .. there]), StringComparison.Ordinal);
            Assert.Contains("portal: 0 events, intact", await Operator.Succeeds(["verify", .. there]), StringComparison.Ordinal);
            await Operator.Fails("A program with shipment is running. Stop it first", ["rebuild", "shipment", .. there]);
        }

        Assert.Contains("shipment: 0 events applied again", await Operator.Succeeds(["rebuild", "shipment", .. there]), StringComparison.Ordinal);
        await Operator.Fails("which has its own backups", ["backup", "--to", Path.Combine(data.Path, "backup"), .. there]);
    }

    [Fact]
    public async Task A_database_that_is_set_otherwise_than_the_scripts_set_it_is_named()
    {
        Assert.SkipUnless(SqlServerUnderTest.HasServer, SqlServerUnderTest.NoServer);
        using var data = new TemporaryFolder(onSqlServer: true);
        string[] there = ["--data", data.Path, .. data.Settings(TemporaryFolder.AllDatabases)];
        await (await RunningHost.StartOn(data, AllServices.Define())).DisposeAsync();
        using (var connection = data.Database("intake").Open())
            connection.Execute($"alter database [{connection.Database}] set read_committed_snapshot off with rollback immediate");

        var (status, said) = await Operator.Does(["doctor", .. there]);

        Assert.Equal(2, status);
        Assert.Contains("problem  database intake: read_committed_snapshot is off", said, StringComparison.Ordinal);
    }
}
