using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Logistics.Testing;

/// <summary>A route, and who may use it.</summary>
/// <param name="Kind">PAGE for one that a person reads and sends forms to; else the HTTP method.</param>
/// <param name="Pattern">With its parameters in braces.</param>
/// <param name="Who">Roles, and <c>public</c> for those who are not signed in.</param>
public sealed record Route(string Kind, string Pattern, IReadOnlyList<string> Who)
{
    public const string Public = "public";

    public const string ApprovedFile = "tests/Browser.Tests/Approved/routes.txt";

    public static IReadOnlyList<string> Everybody { get; } = [Public, "foundation", "coordinator", "association", "auditor", "admin"];

    /// <summary>Something real of the demo's data for every parameter, all of it association 13's where it belongs to one.</summary>
    static readonly Dictionary<string, string> Samples = new(StringComparer.Ordinal)
    {
        ["number"] = "D-2020-0001",
        ["airWaybill"] = "999-20051113",
        ["parcel"] = "P-13-2020-0001",
        ["plan"] = "A-2020-0001",
        ["code"] = "D-2020-0001",
        ["session"] = "1",
        ["status"] = "404",
        ["documentName"] = "intake",
        ["n"] = "1",
        ["source"] = "intake",
        ["seq"] = "1",
        ["entry"] = "1",
        ["receipt"] = "R-2020-0016",
        ["handOver"] = "H-2020-0050",
        ["note"] = "GRN-2020-0001",
        ["sscc"] = "395212340000000014",
        ["gtin"] = "09521234000013",
    };

    /// <summary>The address with a real thing in every place.</summary>
    /// <exception cref="KeyNotFoundException">A parameter has no sample yet.</exception>
    public string Address => string.Join('/', Pattern.Split('/').Select(part => part.StartsWith('{')
        ? Samples[part.Trim('{', '}', '*').Split(':', '?', '=')[0]]
        : part));

    public static IEnumerable<Route> Approved() =>
        File.ReadLines(Path.Combine(SourceTree.Root, ApprovedFile))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(words => new Route(words[0], words[1], words[2..]));

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
