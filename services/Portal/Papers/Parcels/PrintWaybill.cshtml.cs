using Logistics.Client;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Papers.Parcels;

/// <summary>What the carrier gets with a parcel.</summary>
public sealed class PrintWaybill(Services services, Texts texts, PortalSettings settings) : PageModel
{
    public ParcelPapers Papers { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string parcel, CancellationToken cancel)
    {
        var reply = await services.Get<SentParcelPaper>("distribution", $"/parcels/{Uri.EscapeDataString(parcel)}", cancel);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        Papers = ParcelPapers.Of(Bilingual.Of(texts, crossesBorder: false), reply.Body, settings.Host(Request));
        return Page();
    }
}
