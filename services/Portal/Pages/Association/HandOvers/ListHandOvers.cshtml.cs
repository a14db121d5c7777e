using Logistics.Client;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Association.HandOvers;

/// <summary>What there is to give, whom it reached, and every hand-over, the latest first.</summary>
public sealed class ListHandOvers(Services services, TimeProvider clock) : PageModel
{
    public DateOnly Today => Japan.Today(clock);

    public IReadOnlyList<Holding> Holdings { get; private set; } = [];

    public Institutions Reached { get; private set; } = null!;

    public IReadOnlyList<HandOver> HandOvers { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int page = 1)
    {
        var gone = HttpContext.RequestAborted;
        var holdings = await Holding.All(services, gone);
        if (!holdings.Succeeded)
            return this.Missing(holdings.Problem);
        var reached = await services.Get<Institutions>("distribution", "/institutions-reached", gone);
        if (!reached.Succeeded)
            return this.Missing(reached.Problem);
        var handOvers = await services.All<HandOver>("distribution", "/handovers", handOver => handOver.Number, gone);
        if (!handOvers.Succeeded)
            return this.Missing(handOvers.Problem);
        (Holdings, Reached) = (holdings.Body, reached.Body);
        (HandOvers, Paging) = Newest.First(handOvers.Body, page);
        return Page();
    }

    /// <summary>Hospitals and clinics that got anything.</summary>
    public sealed record Institutions(long Members, long Others);
}
