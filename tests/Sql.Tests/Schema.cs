using System.Globalization;
using Logistics.Testing;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Logistics.Sql.Tests;

enum Kind
{
    Text,
    Number,
    Bytes,
}

/// <param name="Name">In small letters, as it is written.</param>
/// <param name="Kind">What stands in it.</param>
/// <param name="Bytes">Maximum; null if unlimited.</param>
/// <param name="Required">Whether it can not be null.</param>
/// <param name="Default">Whether it has a default value.</param>
sealed record Column(string Name, Kind Kind, int? Bytes, bool Required, bool Default);

/// <param name="Name">Blank for the primary key.</param>
/// <param name="Table">Its table.</param>
/// <param name="Columns">In order, separated by a comma.</param>
/// <param name="Unique">Whether it lets nothing in twice.</param>
/// <param name="Clustered">Whether the rows themselves are in this order.</param>
sealed record Index(string Name, string Table, string Columns, bool Unique, bool Clustered);

/// <summary>The tables of a database as its scripts make them.</summary>
sealed class Schema
{
    static readonly Dictionary<string, Schema> Known = new(StringComparer.Ordinal);

    /// <summary>Of those that SQL Server itself has, what is looked at.</summary>
    readonly Dictionary<string, IReadOnlyList<Column>> tables = new(StringComparer.Ordinal)
    {
        ["INFORMATION_SCHEMA.TABLES"] = [new Column("TABLE_NAME", Kind.Text, null, true, false), new Column("TABLE_TYPE", Kind.Text, null, true, false)],
        ["sys.databases"] =
        [
            new Column("name", Kind.Text, null, true, false),
            new Column("collation_name", Kind.Text, null, false, false),
            new Column("is_read_committed_snapshot_on", Kind.Number, null, false, false),
        ],
    };

    readonly List<Index> indexes = [];

    public IReadOnlyDictionary<string, IReadOnlyList<Column>> Tables => tables;

    public IReadOnlyList<Index> Indexes => indexes;

    /// <summary>With what the program itself makes before any script.</summary>
    public static Schema Of(string folder)
    {
        lock (Known)
        {
            if (!Known.TryGetValue(folder, out var schema))
            {
                Known[folder] = schema = new Schema();
                foreach (var text in Script.For(folder).Select(SourceTree.Read).Concat(Statement.All.Select(one => one.Text).Where(text => text.Contains("create table", StringComparison.Ordinal))))
                    schema.Add(text);
            }

            return schema;
        }
    }

    public void Add(string script)
    {
        foreach (var statement in Script.Statements(script))
            statement.Accept(new Maker(this));
    }

    sealed class Maker(Schema schema) : TSqlFragmentVisitor
    {
        public override void Visit(CreateTableStatement node)
        {
            var table = node.SchemaObjectName.BaseIdentifier.Value;
            schema.tables.Add(table, [.. node.Definition.ColumnDefinitions.Select(Read)]);
            var keys = node.Definition.TableConstraints.OfType<UniqueConstraintDefinition>()
                .Select(key => (key, columns: key.Columns.Select(column => Name(column.Column))))
                .Concat(node.Definition.ColumnDefinitions.SelectMany(
                    column => column.Constraints.OfType<UniqueConstraintDefinition>(), (column, key) => (key, columns: Enumerable.Repeat(column.ColumnIdentifier.Value, 1))));
            schema.indexes.AddRange(keys.Select(one => new Index("", table, string.Join(',', one.columns), true, one.key.Clustered ?? true)));
        }

        public override void Visit(DropTableStatement node)
        {
            foreach (var table in node.Objects.Select(name => name.BaseIdentifier.Value))
            {
                schema.tables.Remove(table);
                schema.indexes.RemoveAll(index => index.Table == table);
            }
        }

        public override void Visit(CreateIndexStatement node) => schema.indexes.Add(new Index(
            node.Name.Value, node.OnName.BaseIdentifier.Value, string.Join(',', node.Columns.Select(column => Name(column.Column))), node.Unique, node.Clustered ?? false));

        public override void Visit(AlterTableAddTableElementStatement node) => schema.tables[node.SchemaObjectName.BaseIdentifier.Value] =
            [.. schema.tables[node.SchemaObjectName.BaseIdentifier.Value], .. node.Definition.ColumnDefinitions.Select(Read)];

        static string Name(ColumnReferenceExpression column) => column.MultiPartIdentifier.Identifiers[^1].Value;

        static Column Read(ColumnDefinition column)
        {
            var type = (SqlDataTypeReference)column.DataType;
            var length = type.Parameters is [{ LiteralType: LiteralType.Integer } given] ? int.Parse(given.Value, CultureInfo.InvariantCulture) : (int?)null;
            var (kind, bytes) = type.SqlDataTypeOption switch
            {
                SqlDataTypeOption.NVarChar => (Kind.Text, 2 * length),
                SqlDataTypeOption.VarChar => (Kind.Text, length),
                SqlDataTypeOption.VarBinary => (Kind.Bytes, length),
                SqlDataTypeOption.BigInt => (Kind.Number, 8),
                var other => throw new InvalidDataException($"{column.ColumnIdentifier.Value} is {other}"),
            };
            if (kind == Kind.Text && column.Collation?.Value != "Latin1_General_100_BIN2")
                throw new InvalidDataException($"{column.ColumnIdentifier.Value} is not compared as SQLite compares texts");
            return new Column(
                column.ColumnIdentifier.Value,
                kind,
                bytes,
                column.Constraints.OfType<NullableConstraintDefinition>().Any(rule => !rule.Nullable),
                column.DefaultConstraint is not null);
        }
    }
}
