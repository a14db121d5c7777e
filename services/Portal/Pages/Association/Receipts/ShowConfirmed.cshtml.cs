using Logistics.Client;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Association.Receipts;

/// <summary>Done: the number of the receipt, what it says, and what is still expected.</summary>
public sealed class ShowConfirmed(Services services) : PageModel
{
    public Receipt.Confirmed Confirmed { get; private set; } = null!;

    public static string Path(string parcel, string receipt) => $"/association/parcels/{Uri.EscapeDataString(parcel)}/receipts/{Uri.EscapeDataString(receipt)}";

    public async Task<IActionResult> OnGetAsync(string parcel, string receipt)
    {
        var reply = await Receipt.Find(services, parcel, receipt, HttpContext.RequestAborted);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        Confirmed = reply.Body;
        return Page();
    }
}
