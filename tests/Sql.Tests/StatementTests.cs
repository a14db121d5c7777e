using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Logistics.Sql.Tests;

/// <summary>
/// Every statement of the programs, read from their sources as SQL Server gets it: parsed by Microsoft's own parser, resolved against the tables
/// that the scripts make, and held to what SQLite means the same by.
/// </summary>
public sealed partial class StatementTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_statement_is_read_from_the_sources_but_scripts_and_the_emptying_of_all_tables() => Assert.Equal(
        ["shared/EventLog/Databases/Database.cs: what is «batch»?", "shared/EventLog/Generations.cs: what is «table»?", "shared/EventLog/Log.cs: what is «table»?"],
        Statement.Unread.Select(unread => Line().Replace(unread, "")).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_text_that_begins_like_a_statement_is_part_of_one()
    {
        Assert.NotEmpty(Statement.All);
        SyntaxNode[] texts =
        [
            .. Product.Nodes<ExpressionSyntax>()
                .Where(text => text is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax && Beginning().IsMatch(text.ToString()))
                .Where(text => !text.SyntaxTree.FilePath.EndsWith("SqliteDialect.cs", StringComparison.Ordinal)),
        ];
        output.WriteLine($"{texts.Length} texts, {Statement.All.Count} statements, {Statement.All.DistinctBy(one => (one.Folder, one.Text)).Count()} of them different");

        None(texts.Where(text => !Reading.Reached.Contains(text)).Select(text => $"{Product.Place(text)}: {text}"));
    }

    [Fact]
    public void Every_statement_parses() =>
        None(Statement.All.SelectMany(one => Forms(one.Text), (one, form) => (one, Script.Parse(form).Fault)).Where(one => one.Fault is not null).Select(one => $"{one}"));

    [Fact]
    public void Every_statement_names_tables_columns_and_parameters_that_are_there() =>
        None(Statement.All.SelectMany(one => Forms(one.Text).SelectMany(form => Faults(one, form)), (one, fault) => $"{one} → {fault}"));

    /// <summary>Of a table whose rows belong to generations, every statement says which it wants.</summary>
    [Fact]
    public void Every_statement_names_the_generation_of_each_table_that_has_one()
    {
        var generational = Statement.All.SelectMany(one => Script.Statements(Forms(one.Text).First()), (one, parsed) => (Statement: one, Parsed: parsed))
            .Select(pair => (pair.Statement, Tables: Names.Find<NamedTableReference>(pair.Parsed).Count(table => HasGenerations(pair.Statement, table)), Named: Names.Find<ColumnReferenceExpression>(pair.Parsed).Count(IsGeneration)))
            .Where(one => one.Tables > 0)
            .ToList();

        Assert.NotEmpty(generational);
        None(generational.Where(one => one.Named < one.Tables).Select(one => $"{one.Statement}"));
    }

    [Fact]
    public void Every_statement_means_the_same_on_both_databases() =>
        None(Common().SelectMany(one => Forms(one.Text).SelectMany(Script.Statements).SelectMany(Subset.Faults), (one, fault) => $"{one} → {fault}"));

    [Fact]
    public void Every_order_of_one_table_says_which_of_two_rows_comes_first() =>
        None(Common().SelectMany(one => Script.Statements(Forms(one.Text).First()).SelectMany(parsed => Ordering.Faults(parsed, Schema.Of(one.Folder))), (one, fault) => $"{one} → {fault}"));

    /// <summary>Each of them is written wrongly in each of its names, one after the other; what passes nevertheless was not looked at.</summary>
    [Fact]
    public void A_wrong_name_is_found_wherever_it_stands()
    {
        var wrong = Common().DistinctBy(one => (one.Folder, one.Text))
            .SelectMany(one => Misspelled(Forms(one.Text).First()), (one, text) => (Statement: one, Text: text))
            .ToList();
        output.WriteLine($"{wrong.Count} statements with a wrong name");

        None(wrong.Where(one => !Faults(one.Statement, one.Text).Any()).Select(one => $"{one.Statement.Place}: {one.Text}"));
    }

    static bool HasGenerations(Statement statement, NamedTableReference table) =>
        Schema.Of(statement.Folder).Tables.TryGetValue(table.SchemaObject.BaseIdentifier.Value, out var columns) && columns.Any(column => column.Name == "generation");

    static bool IsGeneration(ColumnReferenceExpression column) =>
        column.ColumnType == ColumnType.Regular && column.MultiPartIdentifier.Identifiers[^1].Value == "generation";

    static void None(IEnumerable<string> faults)
    {
        var all = faults.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }

    /// <summary>But for what is for SQL Server alone: what its dialect says, and what asks the server about itself.</summary>
    static IEnumerable<Statement> Common()
    {
        var own = Product.Nodes<LiteralExpressionSyntax>().Where(text => text.SyntaxTree.FilePath.EndsWith("SqlServerDialect.cs", StringComparison.Ordinal))
            .Select(text => text.Token.ValueText).ToHashSet(StringComparer.Ordinal);
        return Statement.All.Where(one => !own.Contains(one.Text) && !one.Text.Contains(" from sys.", StringComparison.Ordinal));
    }

    static IEnumerable<string> Faults(Statement statement, string text) =>
        Script.Statements(text).SelectMany(parsed => Names.Faults(parsed, Schema.Of(statement.Folder), statement.Parameters));

    /// <summary>Dapper makes single parameters of a list, and of an empty one a query without rows.</summary>
    static IEnumerable<string> Forms(string text) =>
        InList().IsMatch(text) ? [InList().Replace(text, "in (@$1, @$1)"), InList().Replace(text, "in (select @$1 where 1 = 0)")] : [text];

    static IEnumerable<string> Misspelled(string text) => Script.Statements(text).SelectMany(statement => new IEnumerable<TSqlFragment>[]
        {
            Names.Find<ColumnReferenceExpression>(statement).Where(column => column.ColumnType == ColumnType.Regular).Select(column => column.MultiPartIdentifier.Identifiers[^1]),
            Names.Find<NamedTableReference>(statement).Select(table => table.SchemaObject.BaseIdentifier),
            Names.Find<VariableReference>(statement),
        })
        .SelectMany(names => names)
        .Select(name => text[name.StartOffset] == '"'
            ? text.Insert(name.StartOffset + name.FragmentLength - 1, "x")
            : text.Insert(name.StartOffset + name.FragmentLength, "x"));

    [GeneratedRegex(":[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Line();

    [GeneratedRegex("^[$@]*\"+\\s*(select|insert into|update|delete from|with \\w+ as)\\s", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"\bin @(\w+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InList();
}
