using Logistics.Client.Shipment;
using Logistics.Contracts.Codes;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Coordinator.Counts;

/// <summary>Shows a goods received note, for reading and printing.</summary>
public sealed class ShowNote(ShipmentClient shipment) : PageModel
{
    public ConsignmentDetails Consignment { get; private set; } = null!;

    public GoodsReceivedNote Note { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(AirWaybill airWaybill, DocumentNumber number, CancellationToken cancel)
    {
        var consignment = await shipment.GetConsignment(airWaybill, cancel);
        if (!consignment.Succeeded)
            return this.Missing(consignment.Problem);
        var notes = await shipment.ListNotes(airWaybill, cancel);
        if (!notes.Succeeded)
            return this.Missing(notes.Problem);
        if (notes.Body.FirstOrDefault(note => note.Note == number) is not { } note)
            return NotFound();
        (Consignment, Note) = (consignment.Body, note);
        return Page();
    }
}
