using Logistics.Client;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Coordinator.Stocks;

/// <summary>What stands at the hub, and how much of it is kept for somebody.</summary>
public sealed class ShowStock(Services services) : PageModel
{
    public HubStock Stock { get; private set; } = HubStock.Empty;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var reply = await services.Get<HubStock>("distribution", "/stock", cancel);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        Stock = reply.Body;
        return Page();
    }
}
