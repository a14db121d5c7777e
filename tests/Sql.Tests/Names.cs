using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Logistics.Sql.Tests;

/// <summary>Resolves every table and column of a statement as SQL Server does, and says what it cannot.</summary>
sealed class Names(Schema schema)
{
    static readonly HashSet<string> Sums = new(["count", "sum", "min", "max"], StringComparer.Ordinal);

    readonly List<string> faults = [];

    public static IReadOnlyList<string> Faults(TSqlStatement statement, Schema schema, IReadOnlySet<string> parameters)
    {
        var names = new Names(schema);
        names.Check(statement);
        foreach (var variable in Find<VariableReference>(statement).Where(one => !parameters.Contains(one.Name[1..])))
            names.faults.Add($"nothing gives {variable.Name}");
        return names.faults;
    }

    /// <summary>All fragments of a kind, subqueries too.</summary>
    public static IReadOnlyList<T> Find<T>(TSqlFragment fragment) where T : TSqlFragment
    {
        var finder = new Finder<T>();
        fragment.Accept(finder);
        return finder.Found;
    }

    void Check(TSqlStatement statement)
    {
        switch (statement)
        {
            case SelectStatement select:
                Query(select.QueryExpression, null);
                break;
            case InsertStatement { InsertSpecification: var insert }:
                Insert(insert);
                break;
            case UpdateStatement { UpdateSpecification: var update }:
                var target = new Scope([Source(update.Target)], null);
                foreach (var set in update.SetClauses.Cast<AssignmentSetClause>())
                {
                    Expression(set.NewValue, target);
                    Same(Column(set.Column, target), KindOf(set.NewValue, target), set);
                }

                Expression(update.WhereClause, target);
                break;
            case DeleteStatement { DeleteSpecification: var delete }:
                Expression(delete.WhereClause, new Scope([Source(delete.Target)], null));
                break;
        }
    }

    void Insert(InsertSpecification insert)
    {
        var table = ((NamedTableReference)insert.Target).SchemaObject.BaseIdentifier.Value;
        if (!schema.Tables.TryGetValue(table, out var columns))
        {
            faults.Add($"no table {table}");
            return;
        }

        var given = insert.Columns.Select(column => column.MultiPartIdentifier.Identifiers[^1].Value).ToList();
        faults.AddRange(given.Where(name => columns.All(column => column.Name != name)).Select(name => $"{table} has no {name}"));
        faults.AddRange(given.GroupBy(name => name).Where(same => same.Count() > 1).Select(same => $"{same.Key} twice"));
        faults.AddRange(columns.Where(column => column is { Required: true, Default: false } && !given.Contains(column.Name)).Select(column => $"{table} needs {column.Name}"));
        var rows = insert.InsertSource switch
        {
            ValuesInsertSource values => [.. values.RowValues.Select(row => row.ColumnValues.Select(Value).ToList())],
            SelectInsertSource select => [[.. Query(select.Select, null).Select(column => column.Kind)]],
            _ => new List<List<Kind?>>(),
        };
        foreach (var row in rows)
        {
            if (row.Count != given.Count)
                faults.Add($"{given.Count} columns and {row.Count} values");
            foreach (var (name, kind) in given.Zip(row))
                Same(columns.FirstOrDefault(column => column.Name == name)?.Kind, kind, insert);
        }
    }

    Kind? Value(ScalarExpression value)
    {
        var nothing = new Scope([], null);
        Expression(value, nothing);
        return KindOf(value, nothing);
    }

    /// <returns>What comes out of it.</returns>
    List<(string Name, Kind? Kind)> Query(QueryExpression query, Scope? outer)
    {
        switch (query)
        {
            case QueryParenthesisExpression inner:
                return Query(inner.QueryExpression, outer);
            case BinaryQueryExpression both:
                var (first, second) = (Query(both.FirstQueryExpression, outer), Query(both.SecondQueryExpression, outer));
                if (first.Count != second.Count)
                    faults.Add($"{first.Count} columns and {second.Count}");
                foreach (var (one, other) in first.Zip(second))
                    Same(one.Kind, other.Kind, both);
                return first;
            default:
                return Select((QuerySpecification)query, outer);
        }
    }

    List<(string Name, Kind? Kind)> Select(QuerySpecification query, Scope? outer)
    {
        var scope = new Scope([.. query.FromClause?.TableReferences.SelectMany(table => Sources(table, outer)) ?? []], outer);
        faults.AddRange(scope.Sources.GroupBy(source => source.Name).Where(same => same.Count() > 1).Select(same => $"{same.Key} twice"));
        Expression(query.WhereClause, scope);
        Expression(query.GroupByClause, scope);
        var selected = query.SelectElements.OfType<SelectScalarExpression>().ToList();
        if (query.GroupByClause is not null || query.HavingClause is not null || selected.Exists(IsSum))
        {
            scope.Grouped =
            [
                .. query.GroupByClause?.GroupingSpecifications.Cast<ExpressionGroupingSpecification>()
                    .Select(by => by.Expression is ColumnReferenceExpression column ? Find(column, scope) : null)
                    .OfType<(Scope, Source Source, (string Name, Kind?) Column)>()
                    .Select(found => (found.Source, found.Column.Name)) ?? [],
            ];
        }

        var columns = selected.ConvertAll(one => (Name: NameOf(one), KindOf(one.Expression, scope)));
        foreach (var one in selected)
            Expression(one.Expression, scope);
        Expression(query.HavingClause, scope);
        foreach (var by in query.OrderByClause?.OrderByElements.Select(element => element.Expression) ?? [])
            Order(by, query, selected, columns, scope);
        return columns;
    }

    /// <summary>A name in it is first a column of the answer, then one of the tables; of rows that are put together, one of the answer only.</summary>
    void Order(ScalarExpression by, QuerySpecification query, List<SelectScalarExpression> selected, List<(string Name, Kind? Kind)> columns, Scope scope)
    {
        if (by is ColumnReferenceExpression { MultiPartIdentifier.Identifiers: [var name] } && columns.Count(column => column.Name == name.Value) is > 0 and var found)
        {
            if (found > 1)
                faults.Add($"{name.Value} in the order is ambiguous");
            return;
        }

        Expression(by, scope);
        if (query.UniqueRowFilter == UniqueRowFilter.Distinct && !selected.Exists(one => Text(one.Expression) == Text(by)))
            faults.Add($"{Text(by)} orders distinct rows and is none of their columns");
    }

    IEnumerable<Source> Sources(TableReference table, Scope? outer)
    {
        switch (table)
        {
            case QueryDerivedTable derived:
                var columns = Query(derived.QueryExpression, outer);
                faults.AddRange(columns.GroupBy(column => column.Name).Where(same => same.Key.Length == 0 || same.Count() > 1).Select(same => $"a column «{same.Key}» of {derived.Alias.Value}"));
                return [new Source(derived.Alias.Value, columns)];
            case JoinTableReference join:
                Source[] both = [.. Sources(join.FirstTableReference, outer), .. Sources(join.SecondTableReference, outer)];
                if (join is QualifiedJoin { SearchCondition: { } on })
                    Expression(on, new Scope(both, outer));
                return both;
            case JoinParenthesisTableReference inner:
                return Sources(inner.Join, outer);
            default:
                return [Source(table)];
        }
    }

    Source Source(TableReference reference)
    {
        var table = (NamedTableReference)reference;
        var name = string.Join('.', table.SchemaObject.Identifiers.Select(part => part.Value));
        if (schema.Tables.TryGetValue(name, out var columns))
            return new Source(table.Alias?.Value ?? name, [.. columns.Select(column => (column.Name, (Kind?)column.Kind))]);
        faults.Add($"no table {name}");
        return new Source(table.Alias?.Value ?? name, []);
    }

    /// <summary>Resolves all columns in a part of a query, and the queries in it.</summary>
    void Expression(TSqlFragment? fragment, Scope scope) => fragment?.Accept(new Walk(this, scope));

    Kind? Column(ColumnReferenceExpression column, Scope scope)
    {
        if (Find(column, scope) is not { } found)
        {
            faults.Add($"{Text(column)} is none, or more than one");
            return null;
        }

        var (at, source, (name, kind)) = found;
        if (at is { Grouped: { } grouped, Summing: false } && !grouped.Contains((source, name)))
            faults.Add($"{Text(column)} is neither grouped by nor summed");
        return kind;
    }

    static (Scope Scope, Source Source, (string Name, Kind? Kind) Column)? Find(ColumnReferenceExpression column, Scope scope)
    {
        if (column.MultiPartIdentifier is null)
            return null;
        var parts = column.MultiPartIdentifier.Identifiers;
        for (Scope? at = scope; at is not null; at = at.Outer)
        {
            var found = at.Sources
                .Where(source => parts.Count == 1 || source.Name == parts[0].Value)
                .SelectMany(source => source.Columns, (source, one) => (at, source, one))
                .Where(one => one.one.Name == parts[^1].Value)
                .ToList();
            if (found.Count > 0)
                return found.Count == 1 ? found[0] : null;
        }

        return null;
    }

    /// <returns>Null if it is unknown, as for parameters.</returns>
    static Kind? KindOf(ScalarExpression expression, Scope scope) => expression switch
    {
        ColumnReferenceExpression column => Find(column, scope)?.Column.Kind,
        StringLiteral => Kind.Text,
        IntegerLiteral => Kind.Number,
        BinaryExpression => Kind.Number,
        ParenthesisExpression inner => KindOf(inner.Expression, scope),
        CoalesceExpression first => first.Expressions.Select(one => KindOf(one, scope)).FirstOrDefault(kind => kind is not null),
        NullIfExpression either => KindOf(either.FirstExpression, scope),
        SearchedCaseExpression choice => choice.WhenClauses.Select(when => when.ThenExpression).Append(choice.ElseExpression).OfType<ScalarExpression>()
            .Select(one => KindOf(one, scope)).FirstOrDefault(kind => kind is not null),
        FunctionCall { FunctionName.Value: "count" or "row_number" } => Kind.Number,
        FunctionCall { Parameters: [var first] } => KindOf(first, scope),
        _ => null,
    };

    void Same(Kind? one, Kind? other, TSqlFragment at)
    {
        if (one is not null && other is not null && one != other)
            faults.Add($"{one} and {other} in {Text(at)}");
    }

    static bool IsSum(SelectScalarExpression one) => SumsIn(one).Except(Find<ScalarSubquery>(one).SelectMany(SumsIn)).Any();

    static IEnumerable<FunctionCall> SumsIn(TSqlFragment fragment) => Find<FunctionCall>(fragment).Where(call => Sums.Contains(call.FunctionName.Value));

    static string NameOf(SelectScalarExpression one) =>
        one.ColumnName?.Value ?? (one.Expression is ColumnReferenceExpression column ? column.MultiPartIdentifier.Identifiers[^1].Value : "");

    static string Text(TSqlFragment fragment) =>
        string.Concat(fragment.ScriptTokenStream.Skip(fragment.FirstTokenIndex).Take(fragment.LastTokenIndex - fragment.FirstTokenIndex + 1).Select(token => token.Text));

    sealed class Finder<T> : TSqlFragmentVisitor where T : TSqlFragment
    {
        public List<T> Found { get; } = [];

        public override void Visit(TSqlFragment fragment)
        {
            if (fragment is T found)
                Found.Add(found);
        }
    }

    sealed class Walk(Names names, Scope scope) : TSqlFragmentVisitor
    {
        public override void ExplicitVisit(ColumnReferenceExpression node)
        {
            if (node.ColumnType == ColumnType.Regular)
                names.Column(node, scope);
        }

        public override void ExplicitVisit(ScalarSubquery node) => names.Query(node.QueryExpression, scope);

        public override void ExplicitVisit(FunctionCall node)
        {
            if (!Sums.Contains(node.FunctionName.Value))
            {
                base.ExplicitVisit(node);
                return;
            }

            if (scope.Summing || Find<ScalarSubquery>(node).Count > 0)
                names.faults.Add($"a sum or a query within {Text(node)}");
            scope.Summing = true;
            base.ExplicitVisit(node);
            scope.Summing = false;
        }

        public override void ExplicitVisit(BooleanComparisonExpression node)
        {
            names.Same(KindOf(node.FirstExpression, scope), KindOf(node.SecondExpression, scope), node);
            base.ExplicitVisit(node);
        }

        public override void ExplicitVisit(InPredicate node)
        {
            foreach (var value in node.Values)
                names.Same(KindOf(node.Expression, scope), KindOf(value, scope), node);
            base.ExplicitVisit(node);
        }

        public override void ExplicitVisit(LikePredicate node)
        {
            if (KindOf(node.FirstExpression, scope) is { } kind && kind != Kind.Text)
                names.faults.Add($"{kind} in {Text(node)}");
            base.ExplicitVisit(node);
        }
    }
}
