using System.Data;
using Logistics.EventLog.Databases;
using Logistics.Testing;
using Microsoft.Data.SqlClient;

namespace Logistics.EventLog.Tests;

public sealed class SqlServerDialectTests
{
    readonly SqlServerDialect dialect = new();

    [Fact]
    public void A_script_is_run_in_batches() => Assert.Equal(
        ["create table a (b bigint);\ncreate table gogo (go_on bigint);", "update a set b = 1;"],
        dialect.Batches("create table a (b bigint);\ncreate table gogo (go_on bigint);\nGO\n\n go \nupdate a set b = 1;\ngo").Select(batch => batch.Trim('\n')));

    [Fact]
    public void A_server_that_is_away_is_tried_again_and_costs_the_transaction()
    {
        using var refusing = Ports.Refusing();
        using var connection = dialect.Connect($"Server=127.0.0.1,{refusing.Port()};Database=logistics_intake;User Id=intake;Password=x;ConnectRetryCount=0");

        var error = Assert.Throws<SqlException>(connection.Open);

        Assert.True(dialect.IsTransient(error), $"{error.Number} {error.Class}: {error.Message}");
        Assert.True(dialect.LosesTransaction(error));
    }

    [Fact]
    public void What_is_wrong_with_the_work_itself_costs_nobody_else() => Assert.False(dialect.LosesTransaction(new InvalidOperationException("A refusal.")));

    [Fact]
    public void Letters_are_sent_as_Unicode() => Assert.Equal(SqlDbType.NVarChar, new SqlParameter("@name", "東京").SqlDbType);
}
