using Logistics.Portal.Upstream;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Association;

/// <summary>Every receipt of the association, the latest first, reversed ones too.</summary>
public sealed class ListReceipts(Services services) : PageModel
{
    public Slice<Receipt> Receipts { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int turn = 1)
    {
        var reply = await Newest.All<Receipt>(services, "/receipts", receipt => receipt.Number, HttpContext.RequestAborted);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        Receipts = Newest.Turn(reply.Body, turn);
        return Page();
    }
}
