using Logistics.Hosting.Access;
using Logistics.Portal.Upstream;
using Logistics.Portal.Users.Credentials;
using Microsoft.AspNetCore.Http;

namespace Logistics.Portal.Users.Access;

/// <summary>Tells requests of programs from those of people: a program reads an error as problem details, a person as a page.</summary>
public static class ProgramRequests
{
    public static bool IsOfProgram(this HttpRequest request) =>
        ServiceNames.All.Append("portal").Append("health").Any(name => request.Path.StartsWithSegments($"/{name}", StringComparison.OrdinalIgnoreCase))
        || request.Path.StartsWithSegments(ExchangeToken.Route, StringComparison.OrdinalIgnoreCase)
        || request.Path.StartsWithSegments(PublishedKeys.Path, StringComparison.OrdinalIgnoreCase)
        || request.Path.Value!.EndsWith("/openapi.json", StringComparison.Ordinal);
}
