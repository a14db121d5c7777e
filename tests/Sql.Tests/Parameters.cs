using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logistics.Sql.Tests;

/// <summary>Reads which parameters a call gives to its statement.</summary>
static class Parameters
{
    /// <returns>The names that each kind of object has that can be given.</returns>
    public static IEnumerable<IReadOnlySet<string>> Of(ExpressionSyntax? expression, Frame frame)
    {
        if (expression is null or LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression })
            return [new HashSet<string>()];
        if (Product.TypeOf(expression) is not { } type || type.SpecialType == SpecialType.System_Object)
            return Reading.Parts(expression, frame).SelectMany(part => Of(part.Expression, part.Frame));
        if (type.Name == "DynamicParameters")
            return Dynamic(expression, frame);
        // Rows that are objects only to the compiler: what makes each of them knows more.
        if (Item(type) is { SpecialType: SpecialType.System_Object })
            return Of(expression.DescendantNodes().OfType<LambdaExpressionSyntax>().Last().ExpressionBody, frame);
        return [Names(Item(type) ?? type)];
    }

    /// <returns>The names that a list of texts says, somewhere on the way to a command.</returns>
    public static IReadOnlySet<string> Named(Frame frame) => frame.Chain()
        .Where(one => one.Method is IMethodSymbol { Parameters: [.., { IsParams: true, Type: INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_String }] } }] } && one.Arguments is not null)
        .SelectMany(one => one.Arguments![((IMethodSymbol)one.Method!).Parameters[^1].Name].SelectMany(name => Reading.Texts(name, one.Caller!)))
        .OfType<string>()
        .ToHashSet(StringComparer.Ordinal);

    static HashSet<string> Names(ITypeSymbol type) =>
        Bases(type).SelectMany(one => one.GetMembers()).OfType<IPropertySymbol>().Select(property => property.Name).ToHashSet(StringComparer.Ordinal);

    static ITypeSymbol? Item(ITypeSymbol type) => type.AllInterfaces.Append(type).OfType<INamedTypeSymbol>()
        .FirstOrDefault(one => one.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)?.TypeArguments[0];

    static IEnumerable<ITypeSymbol> Bases(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
            yield return type;
    }

    /// <summary>A local that begins with an object and has single parameters added.</summary>
    static IEnumerable<IReadOnlySet<string>> Dynamic(ExpressionSyntax expression, Frame frame)
    {
        var made = (BaseObjectCreationExpressionSyntax)Reading.Parts(expression, frame).Single().Expression;
        var added = expression.Ancestors().OfType<BlockSyntax>().First().DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add", Expression: var on }
                && SymbolEqualityComparer.Default.Equals(Product.Symbol(on), Product.Symbol(expression)))
            .SelectMany(call => Reading.Texts(call.ArgumentList.Arguments[0].Expression, frame))
            .OfType<string>()
            .ToList();
        return Of(made.ArgumentList!.Arguments[0].Expression, frame).Select(names => names.Concat(added).ToHashSet(StringComparer.Ordinal));
    }
}
