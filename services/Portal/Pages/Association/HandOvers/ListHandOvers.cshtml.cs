using Logistics.Client.Distribution;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Association.HandOvers;

/// <summary>Shows the association's stock, the institutions reached, and all hand-overs, latest first.</summary>
public sealed class ListHandOvers(DistributionClient distribution, TimeProvider clock) : PageModel
{
    public DateOnly Today => Japan.Today(clock);

    public IReadOnlyList<PooledGoods> Holdings { get; private set; } = [];

    public InstitutionsReached Reached { get; private set; } = null!;

    public IReadOnlyList<HandOverRow> HandOvers { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int page = 1)
    {
        var cancel = HttpContext.RequestAborted;
        var holdings = await distribution.ListHoldings(new ListHoldingsQuery(), cancel);
        if (!holdings.Succeeded)
            return this.Missing(holdings.Problem);
        var reached = await distribution.GetInstitutionsReached(cancel);
        if (!reached.Succeeded)
            return this.Missing(reached.Problem);
        var handOvers = await distribution.ListAllHandOvers(new ListHandOversQuery(), cancel);
        if (!handOvers.Succeeded)
            return this.Missing(handOvers.Problem);
        (Holdings, Reached) = (PooledGoods.Pool(holdings.Body), reached.Body);
        (HandOvers, Paging) = Newest.First(handOvers.Body, page);
        return Page();
    }
}
