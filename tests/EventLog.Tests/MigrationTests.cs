using System.Reflection;
using Dapper;
using Logistics.EventLog.Databases;
using Logistics.Testing;

namespace Logistics.EventLog.Tests;

public sealed class MigrationTests
{
    [Fact]
    public void A_program_does_not_run_on_the_database_of_a_newer_one()
    {
        using var folder = new TemporaryFolder();
        var database = folder.Database("newer");
        Migrate();
        var newer = $"Logistics.EventLog.Migrations.{database.Dialect.Scripts}9999-later.sql";
        using (var connection = database.Open())
            connection.Execute("insert into migration (name, applied_at) values (@newer, '')", new { newer });

        Assert.Contains(newer, Assert.Throws<InvalidOperationException>(Migrate).Message, StringComparison.Ordinal);

        void Migrate() => database.Migrate(TimeProvider.System, typeof(Log).Assembly, Assembly.GetExecutingAssembly());
    }
}
