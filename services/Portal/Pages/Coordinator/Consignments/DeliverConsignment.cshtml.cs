using Logistics.Client;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Coordinator.Consignments;

/// <summary>Brings to the hub what confirmed counts found good.</summary>
[Authorize(Policy = "coordinates")]
public sealed class DeliverConsignment(Services services, Texts texts, TimeProvider clock) : PageModel
{
    public sealed record Delivered
    {
        public required int Cartons { get; init; }

        public required long Pieces { get; init; }
    }

    [BindProperty]
    public string? Hub { get; set; }

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
        var path = $"{Consignment.PathOf(airWaybill)}/delivery";
        var reply = await services.Post<Delivered>("shipment", path, new { hub = Hub ?? "", at = PlaceTime.Instant(At, Offset) }, key, cancel);
        if (!reply.Succeeded)
            return await this.Again(Problem = reply.Problem, key, Show(airWaybill, cancel));
        Notices.Say(TempData, texts["transport.was-delivered", ("goods", texts.PiecesAndCartons("", reply.Body.Pieces, reply.Body.Cartons)), ("hub", Hub ?? "")]);
        return Redirect($"/coordinator/consignments/{airWaybill}");
    }

    async Task<IActionResult> Show(string airWaybill, CancellationToken cancel)
    {
        var consignment = await Consignment.Find(services, airWaybill, cancel);
        if (!consignment.Succeeded)
            return this.Missing(consignment.Problem);
        Consignment = consignment.Body;
        Hub ??= Consignment.Deliveries.Count > 0 ? Consignment.Deliveries[^1].Hub : null;
        return Page();
    }
}
