using Logistics.Testing;

namespace Logistics.System.Tests;

public sealed class SqlServerDemoTests
{
    [Fact]
    public async Task The_balance_is_that_of_SQLite_byte_for_byte()
    {
        Assert.SkipUnless(SqlServerUnderTest.HasServer, SqlServerUnderTest.NoServer);
        using var sqlite = new TemporaryFolder();
        using var sqlServer = new TemporaryFolder(onSqlServer: true);

        Assert.Equal(await OneProcessDemoTests.Play(sqlite), await OneProcessDemoTests.Play(sqlServer));
    }
}
