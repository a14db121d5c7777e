using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logistics.Sql.Tests;

/// <summary>Reads which parameters a call gives to its statement.</summary>
static class Given
{
    static readonly HashSet<string> Nothing = [];

    /// <returns>The names that each kind of object has that can be given.</returns>
    public static IEnumerable<IReadOnlySet<string>> To(ExpressionSyntax? expression, Frame frame)
    {
        if (expression is null or LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression })
            return [Nothing];
        if (Product.TypeOf(expression) is not { } type || type.SpecialType == SpecialType.System_Object)
        {
            // What a pattern has taken out is not null.
            var matched = Product.Symbol(expression) is ILocalSymbol local && local.DeclaringSyntaxReferences[0].GetSyntax() is SingleVariableDesignationSyntax;
            return Reading.Parts(expression, frame).SelectMany(part => To(part.Expression, part.Frame)).Where(names => !matched || names != Nothing);
        }

        if (type.Name == "DynamicParameters")
            return Dynamic(expression, frame);
        // Rows that are objects only to the compiler: what makes each of them knows more.
        if (Item(type) is { SpecialType: SpecialType.System_Object })
            return To(expression.DescendantNodes().OfType<LambdaExpressionSyntax>().Last().ExpressionBody, frame);
        return [Names(Item(type) ?? type)];
    }

    /// <returns>The names that a list of texts says, somewhere on the way to a command.</returns>
    public static IReadOnlySet<string> ByName(Frame frame) => frame.Chain()
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
        return To(made.ArgumentList!.Arguments[0].Expression, frame).Select(names => names.Concat(added).ToHashSet(StringComparer.Ordinal));
    }
}
