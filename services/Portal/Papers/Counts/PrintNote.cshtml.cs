using Logistics.Client.Shipment;
using Logistics.Contracts.Codes;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Papers.Counts;

/// <summary>Prints the goods received note of a count, for NGMO and the donor.</summary>
public sealed class PrintNote(ShipmentClient shipment, Texts texts, PortalSettings settings) : PageModel
{
    public Bilingual Words { get; } = Bilingual.Of(texts, crossesBorder: true);

    public ConsignmentDetails Consignment { get; private set; } = null!;

    public GoodsReceivedNote Note { get; private set; } = null!;

    public string Address => $"{settings.Host(Request)}/coordinator/consignments/{Consignment.AirWaybill}/notes/{Note.Note}";

    public async Task<IActionResult> OnGetAsync(AirWaybill airWaybill, DocumentNumber note, CancellationToken cancel)
    {
        var consignment = await shipment.GetConsignment(airWaybill, cancel);
        if (!consignment.Succeeded)
            return this.Missing(consignment.Problem);
        var notes = await shipment.ListNotes(airWaybill, cancel);
        if (!notes.Succeeded)
            return this.Missing(notes.Problem);
        if (notes.Body.FirstOrDefault(one => one.Note == note) is not { } found)
            return NotFound();
        (Consignment, Note) = (consignment.Body, found);
        return Page();
    }
}
