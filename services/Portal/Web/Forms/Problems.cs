using Logistics.Client;
using Logistics.Portal.Upstream;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Web.Forms;

/// <summary>What a page does with a service's problem.</summary>
static class Problems
{
    /// <summary>The designed page instead of one that cannot be filled: what may not be seen, is misspelt or is not there looks the same.</summary>
    public static StatusCodeResult Missing(this PageModel page, Problem problem) =>
        page.StatusCode(problem.FateUnknown ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status404NotFound);

    /// <summary>The same form again with what was typed. It keeps its key where the command may have been carried out all the same.</summary>
    public static PageResult Again(this PageModel page, Problem problem, string? key)
    {
        page.Response.StatusCode = problem.Status;
        if (problem.FateUnknown)
            page.HttpContext.Items[FormKey.Field] = key;
        return page.Page();
    }

    /// <summary>The same for a page that is filled first: what stands in for it where it cannot be.</summary>
    /// <param name="page">That has the form.</param>
    /// <param name="problem">Why it is shown again.</param>
    /// <param name="key">The form's idempotency key; null where it has none.</param>
    /// <param name="filled">The page, or what stands in for it.</param>
    public static async Task<IActionResult> Again(this PageModel page, Problem problem, string? key, Task<IActionResult> filled)
    {
        var shown = await filled;
        return shown is PageResult ? page.Again(problem, key) : shown;
    }
}
