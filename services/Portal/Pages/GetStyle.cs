using Logistics.ServiceDefaults.Commands;
using Microsoft.AspNetCore.Http;

namespace Logistics.Portal.Pages;

/// <summary>The one stylesheet of the pages.</summary>
public static class GetStyle
{
    static readonly string Style = Read();

    public static void Map(ServiceDefinition portal) => portal.Get("/style.css", _ => new Sheet());

    static string Read()
    {
        using var reader = new StreamReader(typeof(GetStyle).Assembly.GetManifestResourceStream("Logistics.Portal.Pages.style.css")!);
        return reader.ReadToEnd();
    }

    sealed class Sheet : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            Page.Protect(httpContext.Response);
            httpContext.Response.ContentType = "text/css; charset=utf-8";
            httpContext.Response.Headers.CacheControl = "public, max-age=3600";
            return httpContext.Response.WriteAsync(Style);
        }
    }
}
