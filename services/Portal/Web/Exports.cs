using Logistics.Portal.Upstream;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Web;

/// <summary>Files of a service that a page hands on as they are.</summary>
static class Exports
{
    /// <param name="page">Where somebody asks for it.</param>
    /// <param name="services">As the viewer may use them.</param>
    /// <param name="service">intake, shipment or distribution.</param>
    /// <param name="path">Of the file, with its query.</param>
    /// <param name="name">Of the file, as it is saved.</param>
    /// <param name="cancel">The viewer has gone.</param>
    public static Task<IActionResult> Export(this PageModel page, Services services, string service, string path, string name, CancellationToken cancel) =>
        page.Export(() => services.Open(service, path, cancel), name, cancel);

    /// <summary>Passes on a CSV file of a service as it is; answers 503 if the service cannot be reached.</summary>
    /// <param name="page">Where somebody asks for it.</param>
    /// <param name="open">Opens the file.</param>
    /// <param name="name">Name under which the browser saves it.</param>
    /// <param name="cancel">The viewer has gone.</param>
    public static async Task<IActionResult> Export(this PageModel page, Func<Task<HttpResponseMessage>> open, string name, CancellationToken cancel)
    {
        HttpResponseMessage answer;
        try
        {
            answer = await open();
        }
        catch (HttpRequestException)
        {
            return page.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        page.HttpContext.Response.RegisterForDispose(answer);
        return answer.IsSuccessStatusCode
            ? page.File(await answer.Content.ReadAsStreamAsync(cancel), "text/csv; charset=utf-8", name)
            : page.StatusCode((int)answer.StatusCode >= 500 ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status404NotFound);
    }
}
