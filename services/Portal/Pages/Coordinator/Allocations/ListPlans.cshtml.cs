using Logistics.Client;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Coordinator.Allocations;

/// <summary>All plans, the latest first.</summary>
public sealed class ListPlans(Services services) : PageModel
{
    public IReadOnlyList<Row> Plans { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var reply = await services.All<Row>("distribution", "/plans", plan => plan.Number, cancel);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        Plans = [.. reply.Body.OrderByDescending(plan => plan.DraftedAt).ThenByDescending(plan => plan.Number, StringComparer.Ordinal)];
        return Page();
    }

    public sealed record Row
    {
        public required string Number { get; init; }

        public required string Product { get; init; }

        public required string Size { get; init; }

        public required string State { get; init; }

        public required string DraftedBy { get; init; }

        public required DateTimeOffset DraftedAt { get; init; }

        public required long Recipients { get; init; }

        public required long Cartons { get; init; }

        public required long Pieces { get; init; }
    }
}
