using Logistics.Client;
using Logistics.Portal.Pages.Coordinator.Consignments;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Coordinator.Customs;

/// <summary>Records the import permit, or that a hold was lifted.</summary>
[Authorize(Policy = "coordinates")]
public sealed class ReleaseFromCustoms(Services services, Texts texts, TimeProvider clock) : PageModel
{
    public sealed record Released;

    [BindProperty]
    public string? Permit { get; set; }

    [BindProperty]
    public string? At { get; set; }

    [BindProperty]
    public string? Offset { get; set; }

    public Consignment Consignment { get; private set; } = null!;

    public Problem? Problem { get; private set; }

    public PlaceTime Time => PlaceTime.Of(Consignment, clock.GetUtcNow(), At);

    public Task<IActionResult> OnGetAsync(string airWaybill, CancellationToken cancel) => Show(airWaybill, cancel);

    public async Task<IActionResult> OnPostAsync(string airWaybill, string key, CancellationToken cancel)
    {
        var path = $"{Consignment.PathOf(airWaybill)}/customs/release";
        var reply = await services.Post<Released>("shipment", path, new { permit = Permit ?? "", at = PlaceTime.Instant(At, Offset) }, key, cancel);
        if (!reply.Succeeded)
            return await this.Again(Problem = reply.Problem, key, Show(airWaybill, cancel));
        Notices.Say(TempData, texts["transport.customs-was-released"]);
        return Redirect($"/coordinator/consignments/{airWaybill}");
    }

    async Task<IActionResult> Show(string airWaybill, CancellationToken cancel)
    {
        var consignment = await Consignment.Find(services, airWaybill, cancel);
        if (!consignment.Succeeded)
            return this.Missing(consignment.Problem);
        Consignment = consignment.Body;
        Permit ??= Consignment.Customs?.Permit;
        return Page();
    }
}
