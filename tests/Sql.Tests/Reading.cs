using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logistics.Sql.Tests;

/// <summary>Reads expressions without running them: all that they can be.</summary>
static class Reading
{
    /// <summary>Literals that a statement was read from.</summary>
    public static HashSet<SyntaxNode> Reached { get; } = [];

    /// <returns>All texts that an expression can have; null in it where it can be null.</returns>
    /// <exception cref="Unknown">It cannot be read.</exception>
    /// <exception cref="CallerNeeded">It depends on a caller that is not known.</exception>
    public static IReadOnlyList<string?> Texts(ExpressionSyntax expression, Frame frame) => expression switch
    {
        LiteralExpressionSyntax literal => Literal(literal),
        InterpolatedStringExpressionSyntax interpolated => Interpolated(interpolated, frame),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => Join(Texts(sum.Left, frame), Texts(sum.Right, frame)),
        _ when Parts(expression, frame).ToList() is { Count: > 0 } parts => [.. parts.SelectMany(part => Texts(part.Expression, part.Frame)).Distinct(StringComparer.Ordinal)],
        _ => throw new Unknown(expression),
    };

    /// <summary>What an expression can be, one step nearer to where it is written.</summary>
    public static IEnumerable<(ExpressionSyntax Expression, Frame Frame)> Parts(ExpressionSyntax expression, Frame frame) => expression switch
    {
        ParenthesizedExpressionSyntax inner => [(inner.Expression, frame)],
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure => [(sure.Operand, frame)],
        ConditionalExpressionSyntax choice => [(choice.WhenTrue, frame), (choice.WhenFalse, frame)],
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } either => [(either.Left, frame), (either.Right, frame)],
        SwitchExpressionSyntax choice => choice.Arms.Where(arm => arm.Expression is not ThrowExpressionSyntax).Select(arm => (arm.Expression, frame)),
        InvocationExpressionSyntax call when Product.Method(call) is { } method => Bodies(Written(method)).Select(body => (body, Frame.Of(call, frame))),
        IdentifierNameSyntax or MemberAccessExpressionSyntax => Product.Symbol(expression) switch
        {
            IParameterSymbol parameter => Argument(parameter, expression, frame),
            ILocalSymbol local => Local(local, expression).Select(value => (value, frame)),
            IFieldSymbol field => Initial(field).Select(value => (value, frame)),
            IPropertySymbol property => Bodies(Written(property)).Select(value => (value, frame)),
            _ => throw new Unknown(expression),
        },
        _ => throw new Unknown(expression),
    };

    static IReadOnlyList<string?> Literal(LiteralExpressionSyntax literal)
    {
        Reached.Add(literal);
        return literal.Kind() switch
        {
            SyntaxKind.StringLiteralExpression => [literal.Token.ValueText],
            SyntaxKind.NullLiteralExpression => [null],
            _ => throw new Unknown(literal),
        };
    }

    static IReadOnlyList<string?> Interpolated(InterpolatedStringExpressionSyntax interpolated, Frame frame)
    {
        Reached.Add(interpolated);
        return interpolated.Contents.Aggregate((IReadOnlyList<string?>)[""], (texts, content) => Join(texts, content switch
        {
            InterpolatedStringTextSyntax text => [text.TextToken.ValueText],
            InterpolationSyntax { Expression: var hole } when Product.TypeOf(hole) is { SpecialType: SpecialType.System_Int32 } => ["1"],
            InterpolationSyntax { Expression: var hole } => Texts(hole, frame),
            _ => throw new Unknown(content),
        }));
    }

    static IReadOnlyList<string?> Join(IReadOnlyList<string?> firsts, IReadOnlyList<string?> seconds) =>
        [.. firsts.SelectMany(first => seconds, (first, second) => first + second)];

    static IEnumerable<(ExpressionSyntax, Frame)> Argument(IParameterSymbol parameter, ExpressionSyntax expression, Frame frame)
    {
        var called = frame.Chain().FirstOrDefault(one => SymbolEqualityComparer.Default.Equals(one.Method, parameter.ContainingSymbol.OriginalDefinition))
            ?? throw new Unknown(expression);
        if (called.Arguments is null)
            throw new CallerNeeded();
        return called.Arguments[parameter.Name] is { Count: > 0 } passed ? passed.Select(one => (one, called.Caller!))
            : parameter is { IsParams: true } ? []
            : Syntax<ParameterSyntax>(parameter) is [{ Default.Value: var value }] ? [(value, called.Caller!)]
            : throw new Unknown(expression);
    }

    /// <summary>What a local variable begins with and is set to; where a pattern makes it, what was looked at.</summary>
    static IEnumerable<ExpressionSyntax> Local(ILocalSymbol local, ExpressionSyntax expression) => local.DeclaringSyntaxReferences.Single().GetSyntax() switch
    {
        VariableDeclaratorSyntax { Initializer.Value: var value } declared => declared.Ancestors().OfType<BlockSyntax>().First()
            .DescendantNodes().OfType<AssignmentExpressionSyntax>()
            .Where(set => SymbolEqualityComparer.Default.Equals(Product.Symbol(set.Left), local))
            .Select(set => set.IsKind(SyntaxKind.SimpleAssignmentExpression) ? set.Right : throw new Unknown(set))
            .Prepend(value),
        SingleVariableDesignationSyntax { Parent: RecursivePatternSyntax pattern } when pattern.FirstAncestorOrSelf<IsPatternExpressionSyntax>() is { } looked => [looked.Expression],
        _ => throw new Unknown(expression),
    };

    static IEnumerable<ExpressionSyntax> Initial(IFieldSymbol field) =>
        field is { IsConst: true } or { IsReadOnly: true }
            ? Syntax<VariableDeclaratorSyntax>(field).Select(declared => declared.Initializer!.Value)
            : [];

    /// <summary>What a member is where SQL Server is used: of a dialect the override in its own.</summary>
    static IReadOnlyList<ISymbol> Written(ISymbol member) =>
        !member.IsAbstract && !member.IsVirtual ? [member] : [.. Product.Class("SqlServerDialect")?.GetMembers(member.Name) ?? []];

    static IEnumerable<ExpressionSyntax> Bodies(IReadOnlyList<ISymbol> members) => members
        .SelectMany(member => Syntax<SyntaxNode>(member))
        .SelectMany(member => member.DescendantNodes(node => node is not LambdaExpressionSyntax and not LocalFunctionStatementSyntax || node == member))
        .Select(node => node switch
        {
            ReturnStatementSyntax { Expression: { } value } => value,
            ArrowExpressionClauseSyntax arrow => arrow.Expression,
            _ => null,
        })
        .OfType<ExpressionSyntax>();

    static List<T> Syntax<T>(ISymbol symbol) => [.. symbol.OriginalDefinition.DeclaringSyntaxReferences.Select(one => one.GetSyntax()).OfType<T>()];
}
