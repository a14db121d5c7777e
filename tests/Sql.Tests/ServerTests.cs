using System.Text.RegularExpressions;
using Logistics.Testing;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Logistics.Sql.Tests;

/// <summary>What an operator gives to sqlcmd.</summary>
public sealed partial class ServerTests
{
    static readonly string[] Databases = ["logistics_accounts", "logistics_distribution", "logistics_intake", "logistics_portal", "logistics_shipment", "logistics_tracking"];

    [Fact]
    public void Every_database_is_made_and_compares_as_SQLite_does()
    {
        var made = Find<CreateDatabaseStatement>("databases.sql");

        Assert.Equal(Databases, made.Select(one => one.DatabaseName.Value).Order(StringComparer.Ordinal));
        Assert.All(made, one => Assert.Equal("Latin1_General_100_BIN2", one.Collation.Value));
        Assert.Equal(
            Databases,
            Find<AlterDatabaseSetStatement>("databases.sql")
                .Where(set => set.Options is [OnOffDatabaseOption { OptionKind: DatabaseOptionKind.ReadCommittedSnapshot, OptionState: OptionState.On }])
                .Select(set => set.DatabaseName.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_program_may_read_write_and_make_tables_in_its_own_databases_and_nothing_else()
    {
        var script = SourceTree.Read("deploy/sqlserver/databases.sql");
        var database = "master";
        var rights = new List<string>();
        foreach (var statement in Script.Statements(script))
        {
            if (statement is UseStatement use)
                database = use.DatabaseName.Value;
            rights.AddRange(Names.Find<AlterRoleStatement>(statement).Select(role => $"{((AddMemberAlterRoleAction)role.Action).Member.Value} {role.Name.Value} in {database}"));
        }

        Assert.Equal(
            Databases.SelectMany(name => new[] { "db_datareader", "db_datawriter", "db_ddladmin" }, (name, role) => $"{(name == "logistics_accounts" ? "logistics_portal" : name)} {role} in {name}")
                .Order(StringComparer.Ordinal),
            rights.Order(StringComparer.Ordinal));
        Assert.Empty(Find<GrantStatement>("databases.sql"));
    }

    /// <summary>Existing objects are not created again, and nothing that runs is stopped needlessly.</summary>
    [Fact]
    public void It_can_run_again() =>
        Assert.DoesNotContain(
            Script.Statements(SourceTree.Read("deploy/sqlserver/databases.sql")),
            statement => statement is not (IfStatement or UseStatement or AlterRoleStatement) && !KeepsNoLog(statement));

    /// <summary>Without a backup of the transaction logs they would grow without end.</summary>
    [Fact]
    public void No_database_keeps_its_transaction_log() =>
        Assert.Equal(
            Databases,
            Script.Statements(SourceTree.Read("deploy/sqlserver/databases.sql")).Where(KeepsNoLog).Select(statement => ((AlterDatabaseSetStatement)statement).DatabaseName.Value).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_password_is_a_variable()
    {
        var script = SourceTree.Read("deploy/sqlserver/databases.sql");

        Assert.Equal(["Distribution", "Intake", "Portal", "Shipment", "Tracking"], Password().Matches(script).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal));
        Assert.DoesNotContain("password = ", Password().Replace(script, ""), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_database_is_backed_up_and_restored_from_the_same_file()
    {
        var kept = Find<BackupDatabaseStatement>("backup.sql").ToDictionary(one => one.DatabaseName.Value, one => ((StringLiteral)one.Devices.Single().PhysicalDevice).Value, StringComparer.Ordinal);

        Assert.Equal(Databases, kept.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(kept, Find<RestoreStatement>("restore.sql").ToDictionary(one => one.DatabaseName.Value, one => ((StringLiteral)one.Devices.Single().PhysicalDevice).Value, StringComparer.Ordinal));
    }

    static bool KeepsNoLog(TSqlStatement statement) =>
        statement is AlterDatabaseSetStatement set && set.Options.SequenceEqual(set.Options.OfType<RecoveryDatabaseOption>()) && set.Options.Cast<RecoveryDatabaseOption>().All(option => option.Value == RecoveryDatabaseOptionKind.Simple);

    static List<T> Find<T>(string file) where T : TSqlFragment => [.. Script.Statements(SourceTree.Read($"deploy/sqlserver/{file}")).SelectMany(Names.Find<T>)];

    [GeneratedRegex(@"password = N'\$\((\w+)Password\)'", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Password();
}
