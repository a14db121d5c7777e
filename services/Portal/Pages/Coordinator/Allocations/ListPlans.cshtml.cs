using Logistics.Client.Distribution;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Coordinator.Allocations;

/// <summary>Lists all plans, latest first.</summary>
public sealed class ListPlans(DistributionClient distribution) : PageModel
{
    public IReadOnlyList<PlanRow> Plans { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var reply = await distribution.ListAllPlans(new ListPlansQuery(), cancel);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        Plans = [.. reply.Body.OrderByDescending(plan => plan.DraftedAt).ThenByDescending(plan => plan.Number.Value, StringComparer.Ordinal)];
        return Page();
    }
}
