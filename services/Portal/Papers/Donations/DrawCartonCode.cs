using Logistics.Contracts.Codes;
using Logistics.Portal.Drawings;
using Logistics.Portal.Pages;
using Logistics.Portal.Upstream;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Logistics.Portal.Papers.Donations;

/// <summary>The code on a carton's label, a picture of its own: a page of many labels stays light and is there at once.</summary>
static class DrawCartonCode
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/foundation/labels/{**carton}", Draw).RequireAuthorization("foundation").ExcludeFromDescription();

    public static string Path(CartonId carton) => "/foundation/labels/" + ShowTracking.InPath(carton.Value);

    /// <summary>What the code leads to: a GS1 Digital Link, or the tracking of a carton that has no SSCC.</summary>
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
