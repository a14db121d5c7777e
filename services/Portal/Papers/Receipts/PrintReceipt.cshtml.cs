using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Papers.Receipts;

/// <summary>Prints the numbered document of a receipt.</summary>
public sealed class PrintReceipt(DistributionClient distribution, Texts texts, PortalSettings settings) : PageModel
{
    public Bilingual Words { get; } = Bilingual.Of(texts, crossesBorder: false);

    public ReceiptRow Receipt { get; private set; } = null!;

    public ParcelDetails Parcel { get; private set; } = null!;

    public string Address => $"{settings.Host(Request)}/association/receipts/{Receipt.Number}";

    public async Task<IActionResult> OnGetAsync(DocumentNumber receipt, CancellationToken cancel)
    {
        var receipts = await distribution.ListAllReceipts(new ListReceiptsQuery(), cancel);
        if (!receipts.Succeeded)
            return this.Missing(receipts.Problem);
        if (receipts.Body.FirstOrDefault(one => one.Number == receipt) is not { } found)
            return NotFound();
        var parcel = await distribution.GetParcel(found.Parcel, cancel);
        if (!parcel.Succeeded)
            return this.Missing(parcel.Problem);
        (Receipt, Parcel) = (found, parcel.Body);
        return Page();
    }
}
