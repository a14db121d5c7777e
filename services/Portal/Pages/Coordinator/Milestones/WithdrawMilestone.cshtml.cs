using Logistics.Client;
using Logistics.Client.Shipment;
using Logistics.Contracts.Codes;
using Logistics.Portal.Pages.Coordinator.Consignments;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Coordinator.Milestones;

/// <summary>Withdraws a milestone that was recorded by mistake.</summary>
[Authorize(Policy = "coordinates")]
public sealed class WithdrawMilestone(ShipmentClient shipment, Texts texts) : PageModel
{
    [BindProperty]
    public string? Reason { get; set; }

    public ConsignmentDetails Consignment { get; private set; } = null!;

    public MilestoneDetails Milestone { get; private set; } = null!;

    public Problem? Problem { get; private set; }

    public Task<IActionResult> OnGetAsync(AirWaybill airWaybill, int number, CancellationToken cancel) => Show(airWaybill, number, cancel);

    public async Task<IActionResult> OnPostAsync(AirWaybill airWaybill, int number, string key, CancellationToken cancel)
    {
        var reply = await shipment.WithdrawMilestone(airWaybill, number, new WithdrawMilestoneRequest(Reason ?? ""), key, cancel);
        if (!reply.Succeeded)
            return await this.Again(Problem = reply.Problem, key, Show(airWaybill, number, cancel));
        Notices.Say(TempData, texts["transport.milestone-withdrawn"]);
        return Redirect($"/coordinator/consignments/{airWaybill}");
    }

    async Task<IActionResult> Show(AirWaybill airWaybill, int number, CancellationToken cancel)
    {
        var consignment = await shipment.GetConsignment(airWaybill, cancel);
        if (!consignment.Succeeded)
            return this.Missing(consignment.Problem);
        Consignment = consignment.Body;
        if (Consignment.Milestones.FirstOrDefault(one => one.Number == number) is not { } milestone)
            return NotFound();
        Milestone = milestone;
        return Page();
    }
}
