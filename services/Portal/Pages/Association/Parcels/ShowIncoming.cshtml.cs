using Logistics.Client;
using Logistics.Portal.Pages.Association.Receipts;
using Logistics.Portal.Upstream;
using Logistics.Portal.Web;
using Logistics.Portal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Logistics.Portal.Pages.Association.Parcels;

/// <summary>The first page: what to confirm, what is on its way, what came.</summary>
public sealed class ShowIncoming(Services services, TimeProvider clock) : PageModel
{
    const int LastReceipts = 5;

    /// <summary>Parcels that should be here by now, or of which a part has come; the longest overdue first.</summary>
    public IReadOnlyList<SentParcel> ToConfirm { get; private set; } = [];

    public IReadOnlyList<SentParcel> OnTheWay { get; private set; } = [];

    public IReadOnlyList<Receipt> Received { get; private set; } = [];

    public DateOnly Today => Japan.Today(clock);

    public DateTimeOffset Now => Japan.Now(clock);

    public async Task<IActionResult> OnGetAsync()
    {
        var gone = HttpContext.RequestAborted;
        var open = new List<SentParcel>();
        foreach (var state in new[] { "in-delivery", "partly-received" })
        {
            var parcels = await services.Get<List<SentParcel>>("distribution", $"/parcels?state={state}", gone);
            if (!parcels.Succeeded)
                return this.Missing(parcels.Problem);
            foreach (var parcel in parcels.Body)
            {
                var whole = await services.Get<SentParcel>("distribution", $"/parcels/{parcel.Number}", gone);
                if (!whole.Succeeded)
                    return this.Missing(whole.Problem);
                open.Add(whole.Body);
            }
        }

        var receipts = await services.Get<List<Receipt>>("distribution", "/receipts?limit=1000", gone);
        if (!receipts.Succeeded)
            return this.Missing(receipts.Problem);
        var byDay = open.OrderBy(parcel => parcel.ExpectedOn).ThenBy(parcel => parcel.Number, StringComparer.Ordinal).ToLookup(parcel => IsDue(parcel));
        (ToConfirm, OnTheWay) = ([.. byDay[true]], [.. byDay[false]]);
        Received = [.. receipts.Body.Where(receipt => receipt.ReversedAt is null).OrderByDescending(receipt => receipt.Number, StringComparer.Ordinal).Take(LastReceipts)];
        return Page();
    }

    bool IsDue(SentParcel parcel) => parcel.ExpectedOn <= Today || parcel.State == "partly-received";
}
