using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logistics.Sql.Tests;

/// <summary>One call on the way to a statement.</summary>
/// <param name="Method">What was called.</param>
/// <param name="Arguments">What was passed for each parameter; null if the call is not known yet.</param>
/// <param name="Caller">Where the arguments mean something.</param>
/// <param name="Site">What is looked at in it.</param>
sealed record Frame(ISymbol? Method, IReadOnlyDictionary<string, IReadOnlyList<ExpressionSyntax>>? Arguments, Frame? Caller, SyntaxNode Site)
{
    /// <summary>The start, before any call.</summary>
    public static Frame At(SyntaxNode node) => new(Product.Around(node)?.OriginalDefinition, null, null, node);

    public static Frame Of(InvocationExpressionSyntax call, Frame caller)
    {
        var called = Product.Method(call)!;
        var arguments = called.Parameters.ToDictionary(parameter => parameter.Name, _ => new List<ExpressionSyntax>(), StringComparer.Ordinal);
        for (var i = 0; i < call.ArgumentList.Arguments.Count; i++)
        {
            var argument = call.ArgumentList.Arguments[i];
            arguments[argument.NameColon?.Name.Identifier.ValueText ?? called.Parameters[Math.Min(i, called.Parameters.Length - 1)].Name].Add(argument.Expression);
        }

        return new Frame(Product.Definition(called), arguments.ToDictionary(one => one.Key, one => (IReadOnlyList<ExpressionSyntax>)one.Value, StringComparer.Ordinal), caller, call);
    }

    /// <summary>Lists all ways to the first of these calls, with one more call on each.</summary>
    public IEnumerable<Frame> Called() => Caller is not null
        ? Caller.Called().Select(caller => this with { Caller = caller })
        : Method is IMethodSymbol method ? Product.Calls(method).Select(call => Of(call, At(call)) with { Site = Site }) : [];

    /// <summary>The calls from this one back to the first.</summary>
    public IEnumerable<Frame> Chain() => Caller is null ? [this] : Caller.Chain().Prepend(this);
}

/// <summary>A parameter has to be known, and the calls that pass it have not been looked at.</summary>
sealed class CallerNeeded : Exception;

/// <summary>What stands there cannot be known from the sources.</summary>
sealed class Unknown(SyntaxNode node) : Exception($"{Product.Place(node)}: what is «{node}»?");
