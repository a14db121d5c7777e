using Logistics.Client.Tracking;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages;

/// <summary>
/// Resolves the address on a carton's label (GS1 Digital Link, AI 00). The carton's association is sent to the confirmation of its receipt; all others see
/// where it is.
/// </summary>
public sealed class ResolveCarton(TrackingClient tracking) : PageModel
{
    /// <summary>Gets the fault that the page reports.</summary>
    public CodeFault Fault { get; private set; }

    public async Task<IActionResult> OnGetAsync(string sscc, CancellationToken cancel)
    {
        if (!Sscc.TryParse(sscc, out var carton, out var fault))
            return Refuse(fault);
        var located = await tracking.LocateCarton(carton, cancel);
        if (!located.Succeeded)
            return this.Missing(located.Problem);
        return LocalRedirectPreserveMethod(
            located.Body.Parcel is { } mine ? $"/association/parcels/{mine.Value}/receipt" : ShowTracking.Path(carton.Value));
    }

    IActionResult Refuse(CodeFault fault)
    {
        if (fault.Code != "sscc-check-digit")
            return NotFound();
        Fault = fault;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
