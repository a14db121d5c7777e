using Logistics.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logistics.Sql.Tests;

/// <summary>The sources of all programs as one compilation. It need not be whole, for it is only asked what a name means.</summary>
static class Product
{
    const string ImplicitUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    static readonly CSharpCompilation Compilation = CSharpCompilation.Create(
        "Product",
        [
            CSharpSyntaxTree.ParseText(ImplicitUsings),
            .. new[] { "shared", "services", "tests/Benchmarks" }
                .SelectMany(folder => SourceTree.Files(folder, "*.cs"))
                .Select(file => CSharpSyntaxTree.ParseText(SourceTree.Read(file), path: file)),
        ],
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file)),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    static readonly Dictionary<SyntaxTree, SemanticModel> Models = Compilation.SyntaxTrees.ToDictionary(tree => tree, tree => Compilation.GetSemanticModel(tree));

    static readonly ILookup<string, InvocationExpressionSyntax> CallsByName = Nodes<InvocationExpressionSyntax>().ToLookup(NameOf, StringComparer.Ordinal);

    public static IEnumerable<T> Nodes<T>() where T : SyntaxNode => Compilation.SyntaxTrees.SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<T>());

    /// <summary>Calls of anything that begins with one of these names.</summary>
    public static IEnumerable<InvocationExpressionSyntax> Calls(params IReadOnlyList<string> names) =>
        CallsByName.Where(calls => names.Any(name => calls.Key.StartsWith(name, StringComparison.Ordinal))).SelectMany(calls => calls);

    public static IEnumerable<InvocationExpressionSyntax> Calls(IMethodSymbol method) =>
        CallsByName[method.Name].Where(call => Method(call) is { } called && SymbolEqualityComparer.Default.Equals(Definition(called), Definition(method)));

    /// <summary>As it is declared, whatever it is called with.</summary>
    public static ISymbol Definition(IMethodSymbol method) => (method.ReducedFrom ?? method).OriginalDefinition;

    public static ISymbol? Symbol(SyntaxNode node) => Models[node.SyntaxTree].GetSymbolInfo(node).Symbol;

    public static IMethodSymbol? Method(InvocationExpressionSyntax call) => Symbol(call) as IMethodSymbol;

    public static ITypeSymbol? TypeOf(ExpressionSyntax expression) => Models[expression.SyntaxTree].GetTypeInfo(expression).Type;

    public static ISymbol? Declared(SyntaxNode node) => Models[node.SyntaxTree].GetDeclaredSymbol(node);

    /// <summary>The method, accessor or local function around a node; lambdas belong to what they stand in.</summary>
    public static ISymbol? Around(SyntaxNode node) =>
        node.Ancestors().FirstOrDefault(one => one is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax or BasePropertyDeclarationSyntax) is { } declaration
            ? Declared(declaration)
            : null;

    public static INamedTypeSymbol? Class(string name) =>
        Nodes<ClassDeclarationSyntax>().FirstOrDefault(type => type.Identifier.ValueText == name) is { } found ? (INamedTypeSymbol?)Declared(found) : null;

    public static string Place(SyntaxNode node)
    {
        var line = node.GetLocation().GetLineSpan();
        return $"{line.Path}:{line.StartLinePosition.Line + 1}";
    }

    static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax member => member.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };
}
