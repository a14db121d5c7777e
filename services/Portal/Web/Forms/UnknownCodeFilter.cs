using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Logistics.Portal.Web.Forms;

/// <summary>Answers «not found» if a code in the path is malformed: misspelt and missing subjects look the same.</summary>
sealed class UnknownCodeFilter : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.RouteData.Values.Keys.Any(name => context.ModelState.TryGetValue(name, out var entry) && entry.Errors.Count > 0))
            context.Result = new StatusCodeResult(StatusCodes.Status404NotFound);
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
