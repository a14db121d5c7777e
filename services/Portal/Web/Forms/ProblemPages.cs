using Logistics.Client;
using Logistics.Portal.Upstream;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Web.Forms;

/// <summary>Answers a page request for which a service reported a problem.</summary>
static class ProblemPages
{
    /// <summary>Returns the error page of a page that cannot be filled. Forbidden, misspelt and missing subjects look the same.</summary>
    public static StatusCodeResult Missing(this PageModel page, Problem problem) =>
        page.StatusCode(problem.FateUnknown ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status404NotFound);

    /// <summary>Shows the form again with its input. It keeps its key if the command may have been carried out.</summary>
    public static PageResult Again(this PageModel page, Problem problem, string? key)
    {
        page.Response.StatusCode = problem.Status;
        if (problem.FateUnknown)
            page.HttpContext.Items[FormKey.Field] = key;
        return page.Page();
    }

    /// <summary>Shows the form again on a page that must be filled first, or the substitute if it cannot be filled.</summary>
    /// <param name="page">The page with the form.</param>
    /// <param name="problem">Why the form is shown again.</param>
    /// <param name="key">The form's idempotency key, or null.</param>
    /// <param name="filled">The page, or its substitute.</param>
    public static async Task<IActionResult> Again(this PageModel page, Problem problem, string? key, Task<IActionResult> filled)
    {
        var shown = await filled;
        return shown is PageResult ? page.Again(problem, key) : shown;
    }
}
