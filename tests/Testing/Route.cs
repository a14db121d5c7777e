using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Logistics.Testing;

/// <summary>A route, and who may use it.</summary>
/// <param name="Kind">PAGE for one that a person reads and sends forms to; else the HTTP method.</param>
/// <param name="Pattern">With its parameters in braces.</param>
/// <param name="Address">The same with something real of the demo's data in every place, of association 13 where it belongs to one.</param>
/// <param name="Who">Roles, and <c>public</c> for those who are not signed in.</param>
public sealed record Route(string Kind, string Pattern, string Address, IReadOnlyList<string> Who)
{
    public const string Public = "public";

    public const string ApprovedFile = "tests/Browser.Tests/Approved/routes.txt";

    public static IReadOnlyList<string> Everybody { get; } = [Public, "foundation", "coordinator", "association", "auditor", "admin"];

    /// <summary>Of the documents that are numbered by the time of their record; the demo was played just now.</summary>
    static readonly string Year = TimeProvider.System.GetUtcNow().Year.ToString(CultureInfo.InvariantCulture);

    public static IEnumerable<Route> Approved() =>
        File.ReadLines(Path.Combine(SourceTree.Root, ApprovedFile))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(words => new Route(words[0], words[1], words[2].Replace("{year}", Year, StringComparison.Ordinal), words[3..]));

    /// <summary>Every route that the program really has, as <c>PAGE /pattern</c>.</summary>
    public static IEnumerable<string> Real(IServiceProvider services) =>
        services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(endpoint => Kinds(endpoint).Select(kind => $"{kind} /{endpoint.RoutePattern.RawText!.TrimStart('/')}"))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    static IEnumerable<string> Kinds(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null
            ? ["PAGE"]
            : endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"];
}
