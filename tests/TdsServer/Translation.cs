using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Logistics.TdsServer;

/// <summary>
/// T-SQL as PostgreSQL understands it: the tokens of a statement, with those replaced that one of them writes differently. Names keep their
/// capitals, as in a database with a binary collation.
/// </summary>
sealed class Translation : TSqlFragmentVisitor
{
    /// <summary>The name of a column that has none.</summary>
    public const string NoName = "?column?";

    const string Owner = "dbo";

    static readonly ConcurrentDictionary<string, IReadOnlyList<Step>> Known = new(StringComparer.Ordinal);

    /// <summary>Those of PostgreSQL that mean the same, and those of <c>compatible.sql</c>.</summary>
    static readonly HashSet<string> Functions = new(StringComparer.OrdinalIgnoreCase)
    {
        "abs", "charindex", "concat", "count", "db_id", "db_name", "getutcdate", "isnull", "len", "lower", "ltrim", "max", "min", "newid",
        "object_id", "replace", "row_number", "rtrim", "substring", "sum", "sysdatetimeoffset", "sysutcdatetime", "upper",
    };

    readonly string[] texts;
    readonly List<string> parameters = [];

    Translation(TSqlFragment fragment)
    {
        texts = [.. fragment.ScriptTokenStream.Select(Text)];
        fragment.Accept(this);
    }

    /// <exception cref="SqlServerError">It is no T-SQL, or of a kind that this server does not carry out.</exception>
    public static IReadOnlyList<Step> Of(string batch) => Known.GetOrAdd(batch, text =>
    {
        var script = (TSqlScript)new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(text), out var errors);
        return errors is [var error, ..]
            ? throw new SqlServerError(102, 15, error.Message)
            : [.. script.Batches.SelectMany(one => one.Statements).SelectMany(Steps)];
    });

    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Whether a name is that of an index, and not of a constraint.</summary>
    public static bool IsIndex(string name) => name.Contains('.', StringComparison.Ordinal);

    public override void ExplicitVisit(Identifier node) => texts[node.FirstTokenIndex] = Quoted(node.Value);

    public override void ExplicitVisit(SchemaObjectName node) => Replace(node, node switch
    {
        { DatabaseIdentifier: { } database } => $"{Quoted(database.Value)}.{Quoted(node.BaseIdentifier.Value)}",
        { SchemaIdentifier: { Value: not Owner } schema } => $"{Quoted(schema.Value)}.{Quoted(node.BaseIdentifier.Value)}",
        _ => Quoted(node.BaseIdentifier.Value),
    });

    public override void ExplicitVisit(VariableReference node)
    {
        if (!parameters.Contains(node.Name, StringComparer.Ordinal))
            parameters.Add(node.Name);
        Replace(node, string.Create(CultureInfo.InvariantCulture, $"${parameters.IndexOf(node.Name) + 1}"));
    }

    public override void ExplicitVisit(GlobalVariableExpression node) => throw SqlServerError.NotSupported(node.Name);

    public override void ExplicitVisit(FunctionCall node)
    {
        if (!Functions.Contains(node.FunctionName.Value))
            throw new SqlServerError(195, 15, $"'{node.FunctionName.Value}' is not a built-in function that this stand-in knows.");
        base.ExplicitVisit(node);
        Replace(node.FunctionName, node.FunctionName.Value);
    }

    /// <summary>What is calculated has no name unless it is given one.</summary>
    public override void ExplicitVisit(SelectScalarExpression node)
    {
        base.ExplicitVisit(node);
        if (node.ColumnName is null && node.Expression is not ColumnReferenceExpression)
            Append(node, $" as {Quoted(NoName)}");
    }

    /// <summary>Null is less than all else.</summary>
    public override void ExplicitVisit(ExpressionWithSortOrder node)
    {
        base.ExplicitVisit(node);
        Append(node, node.SortOrder == SortOrder.Descending ? " nulls last" : " nulls first");
    }

    /// <summary>Without ESCAPE, no character is an escape.</summary>
    public override void ExplicitVisit(LikePredicate node)
    {
        base.ExplicitVisit(node);
        if (node.EscapeExpression is null)
            Append(node, " escape ''");
    }

    public override void ExplicitVisit(QuerySpecification node)
    {
        base.ExplicitVisit(node);
        if (node.TopRowFilter is not { } top)
            return;
        if (top.Percent || top.WithTies)
            throw SqlServerError.NotSupported("top with percent or ties");
        var limit = TextOf(top.Expression);
        Replace(top, "");
        Append(node, $" limit {limit}");
    }

    public override void ExplicitVisit(ColumnDefinition node)
    {
        base.ExplicitVisit(node);
        if (node.IdentityOptions is { } identity)
            Replace(identity, "generated always as identity");
    }

    public override void ExplicitVisit(SqlDataTypeReference node) => Replace(node, node.SqlDataTypeOption switch
    {
        SqlDataTypeOption.BigInt => "bigint",
        SqlDataTypeOption.Int => "integer",
        SqlDataTypeOption.SmallInt or SqlDataTypeOption.TinyInt => "smallint",
        SqlDataTypeOption.Bit => "boolean",
        SqlDataTypeOption.Float => "double precision",
        SqlDataTypeOption.Real => "real",
        SqlDataTypeOption.Decimal or SqlDataTypeOption.Numeric => "numeric" + Length(node),
        SqlDataTypeOption.NVarChar or SqlDataTypeOption.VarChar => node.Parameters is [MaxLiteral] ? "text" : "varchar" + Length(node),
        SqlDataTypeOption.NChar or SqlDataTypeOption.Char => "char" + Length(node),
        SqlDataTypeOption.VarBinary or SqlDataTypeOption.Binary => "bytea",
        SqlDataTypeOption.DateTimeOffset => "timestamp with time zone",
        SqlDataTypeOption.DateTime2 or SqlDataTypeOption.DateTime => "timestamp without time zone",
        SqlDataTypeOption.Date => "date",
        SqlDataTypeOption.UniqueIdentifier => "uuid",
        _ => throw SqlServerError.NotSupported($"type {node.SqlDataTypeOption}"),
    });

    /// <summary>An index has its name within its table.</summary>
    public override void ExplicitVisit(CreateIndexStatement node)
    {
        base.ExplicitVisit(node);
        Replace(node.Name, Quoted($"{node.OnName.BaseIdentifier.Value}.{node.Name.Value}"));
    }

    public override void ExplicitVisit(AlterTableAddTableElementStatement node)
    {
        base.ExplicitVisit(node);
        foreach (var element in node.Definition.ColumnDefinitions.Concat<TSqlFragment>(node.Definition.TableConstraints).Skip(1))
            texts[element.FirstTokenIndex] = "add " + texts[element.FirstTokenIndex];
    }

    static IEnumerable<Step> Steps(TSqlStatement? statement) => statement switch
    {
        null or PredicateSetStatement => [],
        SelectStatement { Into: not null } => throw SqlServerError.NotSupported("select into"),
        SelectStatement or InsertStatement or UpdateStatement or DeleteStatement
            or CreateTableStatement or CreateIndexStatement or AlterTableAddTableElementStatement or DropTableStatement => [Query(statement)],
        BeginEndBlockStatement block => block.StatementList.Statements.SelectMany(Steps),
        IfStatement choice => [new Step.Choice(Condition(choice.Predicate), [.. Steps(choice.ThenStatement)], [.. Steps(choice.ElseStatement)])],
        BeginTransactionStatement => [new Step.Begin()],
        CommitTransactionStatement => [new Step.Commit()],
        RollbackTransactionStatement rollback => [new Step.Rollback(rollback.Name?.Value)],
        SaveTransactionStatement save => [new Step.Save(save.Name.Value)],
        UseStatement use => [new Step.Use(use.DatabaseName.Value)],
        CreateDatabaseStatement create => [new Step.Create(create.DatabaseName.Value)],
        DropDatabaseStatement drop => drop.Databases.Select(database => new Step.Drop(database.Value)),
        AlterDatabaseSetStatement { Options: [OnOffDatabaseOption { OptionKind: DatabaseOptionKind.ReadCommittedSnapshot } option] } set =>
            [new Step.Snapshot(set.DatabaseName.Value, option.OptionState == OptionState.On)],
        _ => throw SqlServerError.NotSupported(statement.GetType().Name),
    };

    static Step.Query Query(TSqlStatement statement)
    {
        var translation = new Translation(statement);
        return new Step.Query(translation.TextOf(statement).TrimEnd(';'), translation.parameters, Writes: statement is not SelectStatement);
    }

    static Step.Query Condition(BooleanExpression condition)
    {
        var translation = new Translation(condition);
        return new Step.Query($"select case when {translation.TextOf(condition)} then 1 else 0 end", translation.parameters, Writes: false);
    }

    static string Text(TSqlParserToken token) => token.TokenType switch
    {
        TSqlTokenType.UnicodeStringLiteral => token.Text[1..],
        TSqlTokenType.HexLiteral => $"'\\x{token.Text[2..]}'::bytea",
        TSqlTokenType.Clustered or TSqlTokenType.NonClustered => "",
        _ => token.Text ?? "",
    };

    static string Length(SqlDataTypeReference type) =>
        type.Parameters.Count == 0 ? "" : $"({string.Join(", ", type.Parameters.Select(parameter => parameter.Value))})";

    string TextOf(TSqlFragment fragment) => string.Concat(texts[fragment.FirstTokenIndex..(fragment.LastTokenIndex + 1)]);

    void Replace(TSqlFragment fragment, string text)
    {
        Array.Fill(texts, "", fragment.FirstTokenIndex, fragment.LastTokenIndex - fragment.FirstTokenIndex + 1);
        texts[fragment.FirstTokenIndex] = text;
    }

    void Append(TSqlFragment fragment, string text) => texts[fragment.LastTokenIndex] += text;
}
