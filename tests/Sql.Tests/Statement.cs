using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logistics.Sql.Tests;

/// <summary>A statement as SQL Server gets it.</summary>
/// <param name="Place">File and line of who gives it.</param>
/// <param name="Folder">Of the scripts that make the tables that it is about.</param>
/// <param name="Text">All of it.</param>
/// <param name="Parameters">The names that it is given.</param>
sealed record Statement(string Place, string Folder, string Text, IReadOnlySet<string> Parameters)
{
    static readonly List<string> Unreadable = [];

    /// <summary>All that the programs can give to SQL Server. A pragma is SQLite's, whatever it is said to.</summary>
    public static IReadOnlyList<Statement> All { get; } =
    [
        .. Sinks().SelectMany(sink => Read(sink, Frame.At(sink.Node)).Where(one => !sink.OnlySqlite && !one.Text.StartsWith("pragma ", StringComparison.Ordinal)))
            .DistinctBy(one => (one.Place, one.Text, string.Join(',', one.Parameters))),
    ];

    /// <summary>What is given to it and cannot be read from the sources, by file.</summary>
    public static IReadOnlyList<string> Unread => Unreadable;

    public override string ToString() => $"{Place}: {Text}";

    /// <summary>Every call of Dapper with a statement, and every text of a command.</summary>
    static IEnumerable<Sink> Sinks() =>
        Product.Calls("Execute", "Query")
            .Where(call => Product.Method(call) is { ContainingType.Name: "SqlMapper" })
            .Select(call => (Call: call, Frame.Of(call, Frame.At(call)).Arguments))
            .Where(one => one.Arguments!.ContainsKey("sql"))
            .Select(one => new Sink(one.Call, one.Arguments!["sql"].Single(), one.Arguments["param"].SingleOrDefault()))
            .Concat(Product.Nodes<AssignmentExpressionSyntax>()
                .Where(set => set.Left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CommandText" })
                .Select(set => new Sink(set, set.Right, null)));

    static IEnumerable<Statement> Read(Sink sink, Frame frame)
    {
        try
        {
            return Describe(
                frame,
                Reading.Texts(sink.Text, frame).OfType<string>(),
                sink.Node is InvocationExpressionSyntax ? [.. Given.To(sink.Parameters, frame)] : [Given.ByName(frame)]);
        }
        catch (CallerNeeded)
        {
            Frame[] called = [.. frame.Called()];
            if (called.Length == 0)
                Unreadable.Add($"{Product.Place(sink.Node)}: nobody calls {frame.Chain().Last().Method}");
            return [.. called.SelectMany(one => Read(sink, one))];
        }
        catch (Unknown unknown)
        {
            Unreadable.Add(unknown.Message);
            return [];
        }
    }

    static IEnumerable<Statement> Describe(Frame frame, IEnumerable<string> texts, IReadOnlyList<IReadOnlySet<string>> parameters)
    {
        var place = Product.Place(frame.Chain().Last().Site);
        var folder = frame.Chain().Any(one => one.Method?.ContainingType.Name is "UserDatabase" or "UserTransaction") ? "services/Portal/Users/Migrations"
            : place.Split('/') is [("services" or "tests") and var kind, var program, ..] ? $"{kind}/{program}/Migrations"
            : "shared/EventLog/Migrations";
        return [.. texts.SelectMany(text => parameters, (text, given) => new Statement(place, folder, text, given))];
    }

    sealed record Sink(SyntaxNode Node, ExpressionSyntax Text, ExpressionSyntax? Parameters)
    {
        /// <summary>Whether it is said to what can be a connection to SQLite only.</summary>
        public bool OnlySqlite => Product.Around(Node)?.ContainingType.Name == "SqliteDialect"
            || Node.DescendantNodes().OfType<MemberAccessExpressionSyntax>().FirstOrDefault() is { Expression: var to } && Product.TypeOf(to) is { Name: "SqliteConnection" or "SqliteCommand" };
    }
}
