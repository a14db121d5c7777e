using Logistics.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Logistics.Sql.Tests;

/// <summary>The scripts for SQL Server make the same tables as those for SQLite, which are run here.</summary>
public sealed class SchemaTests
{
    /// <summary>Bytes that SQL Server lets be in a key.</summary>
    const int MaxClustered = 900;
    const int MaxOther = 1_700;

    public static TheoryData<string> Folders => [.. Script.Folders];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Both_databases_have_the_same_columns(string folder)
    {
        using var sqlite = Sqlite(folder);

        Assert.Equal(
            Rows(sqlite, "select m.name, c.name, lower(c.type), c.\"notnull\", c.dflt_value is not null from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table'"),
            Schema(folder).Tables.Where(table => table.Key != "migration" && !table.Key.Contains('.', StringComparison.Ordinal))
                .SelectMany(table => table.Value, (table, column) => $"{table.Key}|{column.Name}|{Sqlite(column.Kind)}|{(column.Required ? 1 : 0)}|{(column.Default ? 1 : 0)}")
                .Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Both_databases_have_the_same_keys_and_indexes(string folder)
    {
        using var sqlite = Sqlite(folder);

        Assert.Equal(
            Rows(
                sqlite,
                """
                select case when i.origin = 'c' then i.name else '' end, m.name, (select group_concat(name, ',') from pragma_index_info(i.name)), i."unique"
                from sqlite_master m join pragma_index_list(m.name) i
                where m.type = 'table'
                union all
                select '', m.name, c.name, 1
                from sqlite_master m join pragma_table_info(m.name) c on c.pk = 1 and lower(c.type) = 'integer'
                where m.type = 'table' and not exists (select 1 from pragma_index_list(m.name) i where i.origin = 'pk')
                """),
            Schema(folder).Indexes.Where(index => index.Table != "migration").Select(index => $"{index.Name}|{index.Table}|{index.Columns}|{(index.Unique ? 1 : 0)}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_key_fits_where_SQL_Server_keeps_it(string folder)
    {
        var schema = Schema(folder);

        Assert.DoesNotContain(schema.Indexes, index => index.Columns.Split(',')
            .Sum(name => schema.Tables[index.Table].Single(column => column.Name == name).Bytes ?? int.MaxValue / 16) > (index.Clustered ? MaxClustered : MaxOther));
    }

    /// <summary>A part of a script that SQL Server puts off until it is run could name anything.</summary>
    [Theory]
    [MemberData(nameof(Folders))]
    public void Scripts_make_and_drop_tables_and_indexes_and_fill_them(string folder) => Assert.All(
        Script.For(folder).SelectMany(file => Script.Statements(SourceTree.Read(file))),
        statement =>
        {
            Assert.True(statement is CreateTableStatement or DropTableStatement or CreateIndexStatement or AlterTableAddTableElementStatement or InsertStatement or UpdateStatement or DeleteStatement);
            Assert.Equal([], Names.Faults(statement, Schema(folder), new HashSet<string>()));
        });

    static Schema Schema(string folder) => Sql.Tests.Schema.Of(folder);

    static SqliteConnection Sqlite(string folder)
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        foreach (var script in Script.For(folder, within: ""))
        {
            using var command = connection.CreateCommand();
            command.CommandText = SourceTree.Read(script);
            command.ExecuteNonQuery();
        }

        return connection;
    }

    static List<string> Rows(SqliteConnection connection, string query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        return [.. rows.Order(StringComparer.Ordinal)];
    }

    static string Sqlite(Kind kind) => kind switch
    {
        Kind.Text => "text",
        Kind.Number => "integer",
        _ => "blob",
    };
}
