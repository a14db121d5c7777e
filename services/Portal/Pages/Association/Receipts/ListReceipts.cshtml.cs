using Logistics.Client;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Association.Receipts;

/// <summary>Every receipt of the association, the latest first, reversed ones too.</summary>
public sealed class ListReceipts(Services services) : PageModel
{
    public IReadOnlyList<Receipt> Receipts { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int page = 1)
    {
        var reply = await services.All<Receipt>("distribution", "/receipts", receipt => receipt.Number, HttpContext.RequestAborted);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        (Receipts, Paging) = Newest.First(reply.Body, page);
        return Page();
    }
}
