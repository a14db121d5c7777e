using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Web;

/// <summary>Passes on files of a service unchanged.</summary>
static class Exports
{
    /// <summary>Passes on a service's CSV file. Answers 404 if the service refuses it and 503 if it cannot be reached.</summary>
    /// <param name="page">The requested page.</param>
    /// <param name="opening">The call of the client.</param>
    /// <param name="name">File name for saving.</param>
    /// <param name="cancel">Cancelled when the viewer disconnects.</param>
    public static async Task<IActionResult> Export(this PageModel page, Task<HttpResponseMessage> opening, string name, CancellationToken cancel)
    {
        HttpResponseMessage answer;
        try
        {
            answer = await opening;
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
