using System.Diagnostics;
using Logistics.Portal.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages;

/// <summary>Shows an error: what happened, what was kept and what to do.</summary>
[IgnoreAntiforgeryToken]
[NotStored]
public sealed class ShowError : PageModel
{
    public int Status { get; private set; }

    /// <summary>Gets the id with which an administrator finds the error.</summary>
    public string Trace => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    public void OnGet(int status) => Show(status);

    public void OnPost(int status) => Show(status);

    void Show(int status)
    {
        Status = status switch
        {
            400 or 413 or 415 => 400,
            429 or 503 => status,
            >= 500 => 500,
            _ => 404,
        };
        Response.StatusCode = status is >= 400 and < 600 ? status : 404;
    }
}
