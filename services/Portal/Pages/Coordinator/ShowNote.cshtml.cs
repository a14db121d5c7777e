using Logistics.Portal.Upstream;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Coordinator;

/// <summary>A goods received note, to read and to print.</summary>
public sealed class ShowNote(Services services) : PageModel
{
    public Consignment Consignment { get; private set; } = null!;

    public Note Note { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string airWaybill, string number, CancellationToken cancel)
    {
        var path = $"/consignments/{Uri.EscapeDataString(airWaybill)}";
        var consignment = await services.Get<Consignment>("shipment", path, cancel);
        if (!consignment.Succeeded)
            return this.Missing(consignment.Problem);
        var notes = await services.Get<List<Note>>("shipment", path + "/notes", cancel);
        if (!notes.Succeeded)
            return this.Missing(notes.Problem);
        if (notes.Body.FirstOrDefault(note => note.Number == number) is not { } note)
            return NotFound();
        (Consignment, Note) = (consignment.Body, note);
        return Page();
    }
}
