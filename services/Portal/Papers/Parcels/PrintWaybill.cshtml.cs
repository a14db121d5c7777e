using Logistics.Client.Distribution;
using Logistics.Contracts.Codes;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Papers.Parcels;

/// <summary>Prints the document that accompanies a parcel for the carrier.</summary>
public sealed class PrintWaybill(DistributionClient distribution, Texts texts, PortalSettings settings) : PageModel
{
    public ParcelPapers Papers { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(ParcelNumber parcel, CancellationToken cancel)
    {
        var reply = await distribution.GetParcel(parcel, cancel);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        Papers = ParcelPapers.Of(Bilingual.Of(texts, crossesBorder: false), reply.Body, settings.Host(Request));
        return Page();
    }
}
