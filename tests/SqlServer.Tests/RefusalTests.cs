using Dapper;
using Logistics.EventLog.Databases;
using Microsoft.Data.SqlClient;

namespace Logistics.SqlServer.Tests;

/// <summary>What SQL Server refuses, as its driver tells it.</summary>
public sealed class RefusalTests(StandIn standIn) : IClassFixture<StandIn>
{
    [Fact]
    public void A_wrong_password_is_told_at_once()
    {
        var wrong = new SqlConnectionStringBuilder(standIn.To("master")) { Password = "wrong" };

        var error = Assert.Throws<SqlException>(Database.SqlServer(wrong.ToString()).Open);

        Assert.Contains("Login failed for user 'sa'", error.Message, StringComparison.Ordinal);
        Assert.False(new SqlServerDialect().IsTransient(error));
    }

    [Fact]
    public void A_database_that_is_not_there_may_come_and_is_named_when_it_does_not()
    {
        var error = Assert.Throws<SqlException>(Database.SqlServer(standIn.To("nowhere")).Open);

        Assert.Contains("Cannot open database \"nowhere\"", error.Message, StringComparison.Ordinal);
        Assert.True(new SqlServerDialect().IsTransient(error));
    }

    [Theory]
    [InlineData("insert into log_head (seq, hash) values (null, 0x00)", 515)]
    [InlineData("insert into lease (name, holder, until) values ('relay', '', '')", 2627)]
    [InlineData("insert into lease (name, holder, until) values ('a name of more than fifty characters that has no room here', '', '')", 2628)]
    [InlineData("select nothing from log_head", 207)]
    [InlineData("select seq from nothing", 208)]
    [InlineData("update log_head set seq = seq + 9223372036854775807", 8115)]
    public void What_is_wrong_with_a_statement_ends_that_alone(string statement, int number)
    {
        using var connection = standIn.Database().Connect();
        using var transaction = connection.BeginTransaction();
        connection.Execute("update log_head set seq = 1", transaction: transaction);

        var error = Assert.Throws<SqlException>(() => connection.Execute(statement, transaction: transaction));

        Assert.Equal(number, error.Number);
        Assert.False(new SqlServerDialect().LosesTransaction(error));
        transaction.Commit();
        Assert.Equal(1, connection.ExecuteScalar<long>("select seq from log_head"));
    }

    [Fact]
    public void A_text_that_is_no_number_costs_the_transaction()
    {
        using var connection = standIn.Database().Connect();
        using var transaction = connection.BeginTransaction();

        var error = Assert.Throws<SqlException>(() => connection.Execute("update log_head set seq = @text", new { text = "none" }, transaction));

        Assert.Equal(245, error.Number);
        Assert.True(new SqlServerDialect().LosesTransaction(error));
        Assert.Throws<InvalidOperationException>(transaction.Commit);
    }
}
