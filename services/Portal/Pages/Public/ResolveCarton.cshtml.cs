using Logistics.Contracts.Codes;
using Logistics.Hosting.Access;
using Logistics.Hosting.Commands;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages;

/// <summary>
/// The address on a carton's label (GS1 Digital Link, AI 00). The association that the carton is for confirms its receipt; everybody else sees
/// where it is.
/// </summary>
public sealed class ResolveCarton(Query query) : PageModel
{
    /// <summary>Why the page is shown at all.</summary>
    public CodeFault Fault { get; private set; }

    public IActionResult OnGet(string sscc)
    {
        if (!Sscc.TryParse(sscc, out var carton, out var fault))
            return Refuse(fault);
        if (query.Find<int?>("select 1 from carton where id = @Value", new { carton.Value }) is null)
            return NotFound();
        var mine = query.Asker is { Role: Role.Association } association
            ? query.Find<string>(
                """
                select parcel.number
                from allotment join parcel on parcel.number = allotment.parcel
                where allotment.carton = @Value and parcel.recipient = @Organisation
                """,
                new { carton.Value, association.Organisation })
            : null;
        return LocalRedirectPreserveMethod(mine is null ? ShowTracking.Path(carton.Value) : $"/association/parcels/{mine}/receipt");
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
