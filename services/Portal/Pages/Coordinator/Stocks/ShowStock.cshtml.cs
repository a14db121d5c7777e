using Logistics.Client.Distribution;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Coordinator.Stocks;

/// <summary>Shows the stock of the hub and how much of it is reserved.</summary>
public sealed class ShowStock(DistributionClient distribution) : PageModel
{
    public HubStock Stock { get; private set; } = new([], [], [], []);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var reply = await distribution.GetStock(new GetStockQuery(), cancel);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        Stock = reply.Body;
        return Page();
    }
}
