using Logistics.Client;
using Logistics.Portal.Pages.Association.Receipts;
using Logistics.Portal.Papers.Parcels;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Papers.Receipts;

/// <summary>The numbered document of one receipt.</summary>
public sealed class PrintReceipt(Services services, Texts texts, PortalSettings settings) : PageModel
{
    public Bilingual Words { get; } = Bilingual.Of(texts, crossesBorder: false);

    public Receipt Receipt { get; private set; } = null!;

    public SentParcelPaper Parcel { get; private set; } = null!;

    public string Address => $"{settings.Host(Request)}/association/receipts/{Receipt.Number}";

    public async Task<IActionResult> OnGetAsync(string receipt, CancellationToken cancel)
    {
        // Of an association there are no more than these.
        var receipts = await services.Get<IReadOnlyList<Receipt>>("distribution", "/receipts?limit=1000", cancel);
        if (!receipts.Succeeded)
            return this.Missing(receipts.Problem);
        if (receipts.Body.FirstOrDefault(one => one.Number == receipt) is not { } found)
            return NotFound();
        var parcel = await services.Get<SentParcelPaper>("distribution", $"/parcels/{found.Parcel}", cancel);
        if (!parcel.Succeeded)
            return this.Missing(parcel.Problem);
        (Receipt, Parcel) = (found, parcel.Body);
        return Page();
    }
}
