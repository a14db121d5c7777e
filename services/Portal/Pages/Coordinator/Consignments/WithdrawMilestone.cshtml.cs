using Logistics.Client;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Coordinator.Consignments;

/// <summary>Takes back a milestone that was recorded by mistake.</summary>
[Authorize(Policy = "coordinates")]
public sealed class WithdrawMilestone(Services services, Texts texts) : PageModel
{
    public sealed record Withdrawn;

    [BindProperty]
    public string? Reason { get; set; }

    public Consignment Consignment { get; private set; } = null!;

    public Milestone Milestone { get; private set; } = null!;

    public Problem? Problem { get; private set; }

    public Task<IActionResult> OnGetAsync(string airWaybill, int number, CancellationToken cancel) => Show(airWaybill, number, cancel);

    public async Task<IActionResult> OnPostAsync(string airWaybill, int number, string key, CancellationToken cancel)
    {
        var path = $"{Consignment.PathOf(airWaybill)}/milestones/{number}/withdrawal";
        var reply = await services.Post<Withdrawn>("shipment", path, new { reason = Reason ?? "" }, key, cancel);
        if (!reply.Succeeded)
            return await this.Again(Problem = reply.Problem, key, Show(airWaybill, number, cancel));
        Notices.Say(TempData, texts["transport.milestone-withdrawn"]);
        return Redirect($"/coordinator/consignments/{airWaybill}");
    }

    async Task<IActionResult> Show(string airWaybill, int number, CancellationToken cancel)
    {
        var consignment = await Consignment.Find(services, airWaybill, cancel);
        if (!consignment.Succeeded)
            return this.Missing(consignment.Problem);
        Consignment = consignment.Body;
        if (Consignment.Milestones.FirstOrDefault(one => one.Number == number) is not { } milestone)
            return NotFound();
        Milestone = milestone;
        return Page();
    }
}
