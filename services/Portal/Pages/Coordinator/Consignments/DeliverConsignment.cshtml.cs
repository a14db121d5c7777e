using Logistics.Client;
using Logistics.Client.Shipment;
using Logistics.Contracts.Codes;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Coordinator.Consignments;

/// <summary>Delivers the cartons that confirmed counts found good to the hub.</summary>
[Authorize(Policy = "coordinates")]
public sealed class DeliverConsignment(ShipmentClient shipment, TypedForm form, Texts texts, TimeProvider clock) : PageModel
{
    [BindProperty]
    public string? Hub { get; set; }

    [BindProperty]
    public string? At { get; set; }

    [BindProperty]
    public string? Offset { get; set; }

    public ConsignmentDetails Consignment { get; private set; } = null!;

    public Problem? Problem { get; private set; }

    public PlaceTime Time => PlaceTime.Of(Consignment, clock.GetUtcNow(), At);

    public Task<IActionResult> OnGetAsync(AirWaybill airWaybill, CancellationToken cancel) => Show(airWaybill, cancel);

    public async Task<IActionResult> OnPostAsync(AirWaybill airWaybill, string key, CancellationToken cancel)
    {
        var at = form.Instant("at", At, Offset);
        var reply = await form.Send(() => shipment.DeliverConsignment(airWaybill, new DeliverConsignmentRequest(Hub ?? "", at), key, cancel));
        if (!reply.Succeeded)
            return await this.Again(Problem = reply.Problem, key, Show(airWaybill, cancel));
        Notices.Say(TempData, texts["transport.was-delivered", ("goods", texts.PiecesAndCartons("", reply.Body.Pieces, reply.Body.Cartons)), ("hub", Hub ?? "")]);
        return Redirect($"/coordinator/consignments/{airWaybill}");
    }

    async Task<IActionResult> Show(AirWaybill airWaybill, CancellationToken cancel)
    {
        var consignment = await shipment.GetConsignment(airWaybill, cancel);
        if (!consignment.Succeeded)
            return this.Missing(consignment.Problem);
        Consignment = consignment.Body;
        Hub ??= Consignment.Deliveries.Count > 0 ? Consignment.Deliveries[^1].Hub : null;
        return Page();
    }
}
