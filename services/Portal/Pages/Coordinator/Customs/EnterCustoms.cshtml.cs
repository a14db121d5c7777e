using Logistics.Client;
using Logistics.Portal.Pages.Coordinator.Consignments;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Coordinator.Customs;

/// <summary>Records the import declaration, or corrects it until the release.</summary>
[Authorize(Policy = "coordinates")]
public sealed class EnterCustoms(Services services, Texts texts, TimeProvider clock) : PageModel
{
    public sealed record Entered;

    [BindProperty]
    public string? Entry { get; set; }

    [BindProperty]
    public string? DutyExemption { get; set; }

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
        var path = $"{Consignment.PathOf(airWaybill)}/customs/entry";
        var reply = await services.Post<Entered>("shipment", path, new { entry = Entry ?? "", dutyExemption = DutyExemption, at = PlaceTime.Instant(At, Offset) }, key, cancel);
        if (!reply.Succeeded)
            return await this.Again(Problem = reply.Problem, key, Show(airWaybill, cancel));
        Notices.Say(TempData, texts["transport.customs-was-entered"]);
        return Redirect($"/coordinator/consignments/{airWaybill}");
    }

    async Task<IActionResult> Show(string airWaybill, CancellationToken cancel)
    {
        var consignment = await Consignment.Find(services, airWaybill, cancel);
        if (!consignment.Succeeded)
            return this.Missing(consignment.Problem);
        Consignment = consignment.Body;
        Entry ??= Consignment.Customs?.Entry;
        DutyExemption ??= Consignment.Customs?.DutyExemption;
        return Page();
    }
}
