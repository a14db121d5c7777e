using Logistics.Portal.Upstream;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages;

/// <summary>What a page does with a service's problem.</summary>
static class Problems
{
    /// <summary>The designed page instead of one that cannot be filled: what may not be seen, is misspelt or is not there looks the same.</summary>
    public static StatusCodeResult Missing(this PageModel page, Problem problem) =>
        page.StatusCode(problem.FateUnknown ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status404NotFound);

    /// <summary>The same form again with what was typed. It keeps its key where the command may have been carried out all the same.</summary>
    public static PageResult Again(this PageModel page, Problem problem, string key)
    {
        page.Response.StatusCode = problem.Status;
        if (problem.FateUnknown)
            page.HttpContext.Items[FormKeyTagHelper.Field] = key;
        return page.Page();
    }
}
