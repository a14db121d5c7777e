using Logistics.Client.Distribution;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Association.Receipts;

/// <summary>Shows all receipts of the association, latest first, including reversed ones.</summary>
public sealed class ListReceipts(DistributionClient distribution) : PageModel
{
    public IReadOnlyList<ReceiptRow> Receipts { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int page = 1)
    {
        var reply = await distribution.ListAllReceipts(new ListReceiptsQuery(), HttpContext.RequestAborted);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        (Receipts, Paging) = Newest.First(reply.Body, page);
        return Page();
    }
}
