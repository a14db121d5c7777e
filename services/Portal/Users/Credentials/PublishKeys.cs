using Logistics.Hosting.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Logistics.Portal.Users.Credentials;

/// <summary><c>GET /.well-known/jwks.json</c>: publishes the keys with which services check the portal's tokens.</summary>
static class PublishKeys
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet(PublishedKeys.Path, (SigningKeys keys) => Results.Json(keys.Publish()));
}
