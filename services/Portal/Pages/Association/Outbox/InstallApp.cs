using System.Net.Mime;
using Logistics.Portal.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Logistics.Portal.Pages.Association.Outbox;

/// <summary>Makes the association's pages installable as an app: the manifest, and the worker that shows pages and sends data offline.</summary>
static class InstallApp
{
    const string Scope = "/association";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/association/app.webmanifest", Manifest).RequireAuthorization("association").ExcludeFromDescription();
        app.MapGet("/association/worker.js", Worker).ExcludeFromDescription();
    }

    static IResult Manifest(Texts texts, Viewer viewer, Assets assets) => Results.Json(
        new Dictionary<string, object>
        {
            ["id"] = Scope,
            ["name"] = texts["association.app.name"],
            ["short_name"] = texts["association.app.short-name"],
            ["lang"] = viewer.Language,
            ["start_url"] = Scope,
            ["scope"] = Scope,
            ["display"] = "standalone",
            ["background_color"] = "#fbfaf6",
            ["theme_color"] = "#0b5d3b",
            ["icons"] = new object[]
            {
                new { src = assets["icon-192.png"], sizes = "192x192", type = "image/png" },
                new { src = assets["icon-512.png"], sizes = "512x512", type = "image/png" },
                new { src = assets["icon-512.png"], sizes = "512x512", type = "image/png", purpose = "maskable" },
            },
        },
        contentType: "application/manifest+json");

    /// <summary>Serves the worker at a fixed address, where browsers check for updates; they request worker modules without cookies.</summary>
    static IResult Worker(Assets assets, HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers["Service-Worker-Allowed"] = Scope;
        return Results.Bytes(assets.Content("worker.js"), MediaTypeNames.Text.JavaScript);
    }
}
