namespace Logistics.Testing;

/// <summary>Compiled into every project whose tests write data.</summary>
public sealed class OnSqlServerTests
{
    [Fact]
    public async Task All_other_tests_of_this_project_pass_on_SQL_Server()
    {
        Assert.SkipUnless(SqlServerUnderTest.HasServer, SqlServerUnderTest.NoServer);

        var (passed, output) = await SqlServerUnderTest.Run(but: GetType());

        Assert.True(passed, output);
    }
}
