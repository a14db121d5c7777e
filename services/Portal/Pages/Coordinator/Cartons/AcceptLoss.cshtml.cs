using Logistics.Client;
using Logistics.Client.Shipment;
using Logistics.Contracts.Codes;
using Logistics.Contracts.Syntax;
using Logistics.Portal.Pages.Coordinator.Consignments;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Coordinator.Cartons;

/// <summary>Ends the search for missing cartons.</summary>
[Authorize(Policy = "coordinates")]
public sealed class AcceptLoss(ShipmentClient shipment, TypedForm form, Texts texts) : PageModel
{
    [BindProperty]
    public string[] Cartons { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    public ConsignmentDetails Consignment { get; private set; } = null!;

    public IReadOnlyList<CartonRow> Rows { get; private set; } = [];

    public Problem? Problem { get; private set; }

    public Task<IActionResult> OnGetAsync(AirWaybill airWaybill, CancellationToken cancel) => Show(airWaybill, cancel);

    public async Task<IActionResult> OnPostAsync(AirWaybill airWaybill, string key, CancellationToken cancel)
    {
        CartonId[] cartons = [.. Cartons.Select(carton => form.Code<CartonId>("cartons", carton))];
        var reply = await form.Send(() => shipment.AcceptLoss(airWaybill, new AcceptLossRequest(cartons, Reason ?? ""), key, cancel));
        if (!reply.Succeeded)
            return await this.Again(Problem = reply.Problem, key, Show(airWaybill, cancel));
        Notices.Say(TempData, texts["transport.was-lost", ("goods", texts.PiecesAndCartons("", reply.Body.Pieces, reply.Body.Cartons))]);
        return Redirect($"/coordinator/consignments/{airWaybill}");
    }

    async Task<IActionResult> Show(AirWaybill airWaybill, CancellationToken cancel)
    {
        var consignment = await shipment.GetConsignment(airWaybill, cancel);
        if (!consignment.Succeeded)
            return this.Missing(consignment.Problem);
        var rows = await shipment.ListCartons(airWaybill, CartonChoice.Of(CartonState.Missing), cancel);
        if (!rows.Succeeded)
            return this.Missing(rows.Problem);
        Consignment = consignment.Body;
        Rows = rows.Body;
        return Page();
    }
}
