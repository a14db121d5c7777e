using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Logistics.Sql.Tests;

/// <summary>What a statement may be made of: what SQLite and SQL Server both have and mean the same by.</summary>
sealed class Subset : TSqlFragmentVisitor
{
    static readonly HashSet<string> Functions = new(["count", "sum", "min", "max", "lower", "row_number"], StringComparer.Ordinal);

    readonly List<string> faults = [];

    public static IEnumerable<string> Faults(TSqlStatement statement)
    {
        var subset = new Subset();
        statement.Accept(subset);
        return subset.faults;
    }

    public override void Visit(TSqlStatement node)
    {
        if (node is not (SelectStatement or InsertStatement or UpdateStatement or DeleteStatement))
            faults.Add($"{node.GetType().Name} is not of both databases");
    }

    public override void Visit(StatementWithCtesAndXmlNamespaces node)
    {
        if (node.OptimizerHints.Count > 0)
            faults.Add("a hint");
    }

    public override void Visit(NamedTableReference node)
    {
        if (node.TableHints.Count > 0 || node.TableSampleClause is not null || node.TemporalClause is not null)
            faults.Add("a hint for a table");
    }

    public override void Visit(DataModificationSpecification node)
    {
        if (node.OutputClause is not null || node.OutputIntoClause is not null || node.TopRowFilter is not null)
            faults.Add("output or top");
    }

    public override void Visit(UpdateSpecification node)
    {
        if (node.FromClause is not null)
            faults.Add("update from");
    }

    public override void Visit(DeleteSpecification node)
    {
        if (node.FromClause is not null)
            faults.Add("delete from a join");
    }

    public override void Visit(QuerySpecification node)
    {
        if (node.TopRowFilter is not null)
            faults.Add("top");
    }

    public override void Visit(SelectStarExpression node) => faults.Add("all columns, whichever there will be");

    public override void Visit(FunctionCall node)
    {
        if (!Functions.Contains(node.FunctionName.Value))
            faults.Add($"the function {node.FunctionName.Value}");
    }

    public override void Visit(GlobalVariableExpression node) => faults.Add(node.Name);

    public override void Visit(ParameterlessCall node) => faults.Add($"{node.ParameterlessCallType}");

    public override void Visit(BinaryExpression node)
    {
        if (node.BinaryExpressionType is not (BinaryExpressionType.Add or BinaryExpressionType.Subtract))
            faults.Add($"{node.BinaryExpressionType}, which is not the same for whole numbers or is there in one of them only");
        if (new[] { node.FirstExpression, node.SecondExpression }.Any(side => side is StringLiteral))
            faults.Add("texts are joined");
    }

    public override void Visit(TableReference node)
    {
        if (node is not (NamedTableReference or QueryDerivedTable or JoinTableReference))
            faults.Add($"{node.GetType().Name}");
    }

    public override void Visit(StringLiteral node)
    {
        if (!node.Value.All(char.IsAscii))
            faults.Add($"'{node.Value}' depends on the code page");
    }

    /// <summary>SQLite tells no capitals from small letters in a pattern, a binary collation does. Numbers of documents have capitals only.</summary>
    public override void Visit(LikePredicate node)
    {
        var both = new[] { node.FirstExpression, node.SecondExpression };
        if (node.EscapeExpression is not null && !both.All(side => side is FunctionCall { FunctionName.Value: "lower" }))
            faults.Add("a pattern that tells capitals from small letters in one of them only");
    }
}
