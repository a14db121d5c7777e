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

/// <summary>Records a second inspection of damaged cartons: each is good or destroyed.</summary>
[Authorize(Policy = "coordinates")]
public sealed class ReinspectCartons(ShipmentClient shipment, TypedForm form, Texts texts, TimeProvider clock) : PageModel
{
    /// <summary>Gets the passed cartons; the field named after each carton's id contains the result.</summary>
    public IReadOnlyList<string> Passed => With("passed");

    public IReadOnlyList<string> Destroyed => With("destroyed");

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? At { get; set; }

    [BindProperty]
    public string? Offset { get; set; }

    public ConsignmentDetails Consignment { get; private set; } = null!;

    public IReadOnlyList<CartonRow> Rows { get; private set; } = [];

    public Problem? Problem { get; private set; }

    public PlaceTime Time => PlaceTime.Of(Consignment, clock.GetUtcNow(), At);

    public Task<IActionResult> OnGetAsync(AirWaybill airWaybill, CancellationToken cancel) => Show(airWaybill, cancel);

    public async Task<IActionResult> OnPostAsync(AirWaybill airWaybill, string key, CancellationToken cancel)
    {
        CartonId[] passed = [.. Passed.Select(carton => form.Code<CartonId>("passed", carton))];
        CartonId[] destroyed = [.. Destroyed.Select(carton => form.Code<CartonId>("destroyed", carton))];
        var at = form.Instant("at", At, Offset);
        var reply = await form.Send(() => shipment.ReinspectCartons(airWaybill, new ReinspectCartonsRequest(passed, destroyed, Reason ?? "", at), key, cancel));
        if (!reply.Succeeded)
            return await this.Again(Problem = reply.Problem, key, Show(airWaybill, cancel));
        Notices.Say(TempData, texts["transport.was-reinspected", ("passed", texts.Cartons(reply.Body.Passed)), ("destroyed", texts.Cartons(reply.Body.Destroyed))]);
        return Redirect($"/coordinator/consignments/{airWaybill}");
    }

    async Task<IActionResult> Show(AirWaybill airWaybill, CancellationToken cancel)
    {
        var consignment = await shipment.GetConsignment(airWaybill, cancel);
        if (!consignment.Succeeded)
            return this.Missing(consignment.Problem);
        var rows = await shipment.ListCartons(airWaybill, CartonChoice.Of(CartonState.Damaged), cancel);
        if (!rows.Succeeded)
            return this.Missing(rows.Problem);
        Consignment = consignment.Body;
        Rows = rows.Body;
        return Page();
    }

    string[] With(string verdict) => Request.HasFormContentType ? [.. Request.Form.Where(field => field.Value == verdict).Select(field => field.Key)] : [];
}
