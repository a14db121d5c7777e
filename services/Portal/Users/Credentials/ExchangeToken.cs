using Logistics.Hosting.Refusals;
using Logistics.Portal.Users.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Logistics.Portal.Users.Credentials;

/// <summary><c>POST /account/tokens</c>: exchanges a machine's own token for one that the services accept.</summary>
static class ExchangeToken
{
    public const string Route = "/account/tokens";

    public static void Map(IEndpointRouteBuilder app) => app.MapPost(Route, (HttpRequest request, Machines machines, Problems problems) =>
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return request.Headers.Authorization is [{ } header]
            && header.StartsWith($"Bearer {Machines.Prefix}", StringComparison.OrdinalIgnoreCase)
            && machines.Exchange(header[7..].Trim()) is { } token
                ? Results.Json(new Answer(token, (int)Machines.Lifetime.TotalSeconds))
                : problems.Of(new Refusal("token-required"), request);
    }).RequireRateLimiting(RateLimits.Tokens).DisableAntiforgery();

    /// <param name="Token">For the Authorization header.</param>
    /// <param name="ExpiresIn">Lifetime in seconds.</param>
    sealed record Answer(string Token, int ExpiresIn);
}
