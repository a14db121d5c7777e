using Logistics.Client.Tracking;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages;

/// <summary>Shows donations in progress, the newest with drawings, and the search by any code.</summary>
public sealed class ShowHome(TrackingClient tracking) : PageModel
{
    public UnderWay UnderWay { get; private set; } = new([], []);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var reply = await tracking.GetUnderWay(cancel);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        UnderWay = reply.Body;
        return Page();
    }
}
