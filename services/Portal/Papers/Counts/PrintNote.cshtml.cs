using Logistics.Client;
using Logistics.Portal.Pages.Coordinator;
using Logistics.Portal.Pages.Coordinator.Consignments;
using Logistics.Portal.Pages.Coordinator.Counts;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Papers.Counts;

/// <summary>The goods received note of a count, for NGMO and the donor.</summary>
public sealed class PrintNote(Services services, Texts texts, PortalSettings settings) : PageModel
{
    public Bilingual Words { get; } = Bilingual.Of(texts, crossesBorder: true);

    public Consignment Consignment { get; private set; } = null!;

    public Note Note { get; private set; } = null!;

    public string Address => $"{settings.Host(Request)}/coordinator/consignments/{Consignment.AirWaybill}/notes/{Note.Number}";

    public async Task<IActionResult> OnGetAsync(string airWaybill, string note, CancellationToken cancel)
    {
        var consignment = await Consignment.Find(services, airWaybill, cancel);
        if (!consignment.Succeeded)
            return this.Missing(consignment.Problem);
        var notes = await Note.Of(services, airWaybill, cancel);
        if (!notes.Succeeded)
            return this.Missing(notes.Problem);
        if (notes.Body.FirstOrDefault(one => one.Number == note) is not { } found)
            return NotFound();
        (Consignment, Note) = (consignment.Body, found);
        return Page();
    }
}
