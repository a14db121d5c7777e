using Logistics.Hosting.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Logistics.Portal.Users.Credentials;

/// <summary><c>GET /.well-known/jwks.json</c>: what the services check the portal's tokens with.</summary>
static class PublishKeys
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet(PublishedKeys.Path, (SigningKeys keys) => Results.Json(keys.Publish()));
}
