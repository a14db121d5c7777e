using Logistics.Client;
using Logistics.Portal.Pages.Coordinator.Consignments;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Coordinator.Counts;

/// <summary>A goods received note, to read and to print.</summary>
public sealed class ShowNote(Services services) : PageModel
{
    public Consignment Consignment { get; private set; } = null!;

    public Note Note { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string airWaybill, string number, CancellationToken cancel)
    {
        var consignment = await Consignment.Find(services, airWaybill, cancel);
        if (!consignment.Succeeded)
            return this.Missing(consignment.Problem);
        var notes = await Note.Of(services, airWaybill, cancel);
        if (!notes.Succeeded)
            return this.Missing(notes.Problem);
        if (notes.Body.FirstOrDefault(note => note.Number == number) is not { } note)
            return NotFound();
        (Consignment, Note) = (consignment.Body, note);
        return Page();
    }
}
