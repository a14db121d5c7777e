using System.Globalization;
using Logistics.Client.Distribution;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Coordinator.Parcels;

/// <summary>Shows the parcels of one departure, with their documents.</summary>
public sealed class ShowDispatch(DistributionClient distribution) : PageModel
{
    public DateTimeOffset At { get; private set; }

    public IReadOnlyList<ParcelRow> Parcels { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? at, CancellationToken cancel)
    {
        if (!DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
            return NotFound();
        var reply = await distribution.ListAllParcels(new ListParcelsQuery(), cancel);
        if (!reply.Succeeded)
            return this.Missing(reply.Problem);
        At = instant;
        Parcels = [.. Departure.Of(reply.Body).Where(departure => departure.At == instant).SelectMany(departure => departure.Parcels)];
        return Parcels.Count == 0 ? NotFound() : Page();
    }
}
