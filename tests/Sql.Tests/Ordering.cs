using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Logistics.Sql.Tests;

/// <summary>Finds queries whose order leaves open which of two rows comes first.</summary>
static class Ordering
{
    /// <summary>The queries of a statement that order the rows of one table by columns that two rows can share. Joins and groups are not decided.</summary>
    public static IEnumerable<string> Faults(TSqlStatement statement, Schema schema) => Names.Find<QuerySpecification>(statement)
        .Where(query => query is { OrderByClause: not null, GroupByClause: null, UniqueRowFilter: not UniqueRowFilter.Distinct }
            && query.FromClause?.TableReferences is [NamedTableReference table] && HasTies(query, table, schema))
        .Select(_ => "two rows can be equal in everything that the order names");

    static bool HasTies(QuerySpecification query, NamedTableReference table, Schema schema)
    {
        var decided = query.OrderByClause.OrderByElements.Select(element => element.Expression)
            .Concat(Fixed(query.WhereClause?.SearchCondition))
            .OfType<ColumnReferenceExpression>()
            .Select(column => column.MultiPartIdentifier.Identifiers[^1].Value)
            .ToHashSet(StringComparer.Ordinal);
        return !schema.Indexes.Any(index => index.Unique && index.Table == table.SchemaObject.BaseIdentifier.Value && index.Columns.Split(',').All(decided.Contains));
    }

    /// <summary>What equals one value in every row that the condition lets through.</summary>
    static IEnumerable<ScalarExpression> Fixed(BooleanExpression? condition) => condition switch
    {
        BooleanBinaryExpression { BinaryExpressionType: BooleanBinaryExpressionType.And } both => Fixed(both.FirstExpression).Concat(Fixed(both.SecondExpression)),
        BooleanParenthesisExpression inner => Fixed(inner.Expression),
        BooleanComparisonExpression { ComparisonType: BooleanComparisonType.Equals, FirstExpression: var first, SecondExpression: VariableReference or Literal or ScalarSubquery } => [first],
        _ => [],
    };
}
