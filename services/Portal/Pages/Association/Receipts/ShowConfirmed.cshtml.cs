using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Association.Receipts;

/// <summary>Shows a receipt with its number, its findings and what is still expected.</summary>
public sealed class ShowConfirmed(DistributionClient distribution) : PageModel
{
    public ReceiptOfParcel Confirmed { get; private set; } = null!;

    public static string Path(ParcelNumber parcel, DocumentNumber receipt) => $"/association/parcels/{parcel}/receipts/{receipt}";

    public async Task<IActionResult> OnGetAsync(ParcelNumber parcel, DocumentNumber receipt)
    {
        var reply = await ReceiptOfParcel.Find(distribution, parcel, receipt, HttpContext.RequestAborted);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        Confirmed = reply.Body;
        return Page();
    }
}
