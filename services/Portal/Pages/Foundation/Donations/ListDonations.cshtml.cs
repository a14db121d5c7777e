using Logistics.Client.Intake;
using Logistics.Client.Tracking;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Foundation.Donations;

/// <summary>Lists donations with their progress, newest first.</summary>
public sealed class ListDonations(TrackingClient tracking) : PageModel
{
    /// <summary>Gets the state to show; null for all.</summary>
    public DonationState? State { get; private set; }

    public IReadOnlyList<DonationOfDay> Donations { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 1, 0);

    public async Task<IActionResult> OnGetAsync([FromQuery] DonationState? state, [FromQuery(Name = "page")] int page = 1, CancellationToken cancel = default)
    {
        State = state;
        var reply = await tracking.ListDonations(new ListDonationsByDayQuery { State = state, Page = Math.Max(page, 1) }, cancel);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        Donations = reply.Body.Donations;
        Paging = new Paging(reply.Body.Page, reply.Body.Size, reply.Body.Total);
        return Page();
    }

    public static DonationLineDetails Shown(LineBalance line) =>
        new() { Number = line.Line, Product = line.Product, Pledged = line.Pledged, Accounts = line.Accounts };
}
