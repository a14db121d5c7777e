using Logistics.Contracts.Codes;
using Logistics.Portal.Drawings;
using Logistics.Portal.Pages;
using Logistics.Portal.Upstream;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Logistics.Portal.Papers.Donations;

/// <summary>Draws the code of a carton's label as a separate picture, so that pages with many labels stay small and load at once.</summary>
static class DrawCartonCode
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/foundation/labels/{**carton}", Draw).RequireAuthorization("foundation").ExcludeFromDescription();

    public static string Path(CartonId carton) => "/foundation/labels/" + ShowTracking.InPath(carton.Value);

    /// <summary>Returns the target of the code: a GS1 Digital Link, or the tracking page of a carton without SSCC.</summary>
    public static string Leads(this PortalSettings settings, HttpRequest request, CartonId carton) => Sscc.TryParse(carton.Value, out var sscc, out _)
        ? DigitalLink.Of(settings.Host(request), sscc)
        : settings.Host(request) + ShowTracking.Path(carton.Value);

    static IResult Draw(string carton, HttpContext context, PortalSettings settings)
    {
        if (!CartonId.TryParse(carton, out var id, out _))
            return Results.NotFound();
        context.Response.Headers.CacheControl = "private, max-age=86400";
        return Results.Text(QrCode.File(settings.Leads(context.Request, id)), "image/svg+xml");
    }
}
